package dev.kapu.filing;

import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the registry has against a row, at the cells that it speaks of. */
public final class RegistrysFindings {
    private RegistrysFindings() {}

    public static List<CellFinding> of(Entry row, EntryOutcome outcome) {
        var found = outcome.getFinding().stream()
                .map(finding -> row.located(new Finding(finding.getField(), fault(finding.getCode()))));
        return switch (outcome.getOutcome()) {
            case ALREADY_REGISTERED ->
                Stream.concat(Stream.of(row.located(new Finding("", Fault.ALREADY_REGISTERED))), found)
                        .toList();
            case REFUSED -> found.toList();
            default -> List.of();
        };
    }

    /** {@code Client.Message.Invalid} for a code that the catalogue does not have. */
    public static Fault fault(String code) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.code().equals(code))
                .findFirst()
                .orElse(Fault.INVALID);
    }
}
