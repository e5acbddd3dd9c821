package dev.kapu.gate;

import dev.kapu.audit.DisclosureRecord;
import dev.kapu.audit.PersonalRecords;
import dev.kapu.scope.DisclosureLog;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The disclosure records of a person, for steps, which know neither gate nor audit (ADR 14). */
@Component
final class RecordedLooks implements DisclosureLog {
    private final PersonalRecords records;

    RecordedLooks(PersonalRecords records) {
        this.records = records;
    }

    @Override
    public List<Look> about(List<String> educationIds, int limit) {
        return records.about(educationIds, limit).stream()
                .map(RecordedLooks::look)
                .toList();
    }

    private static Look look(DisclosureRecord from) {
        return new Look(
                from.at(),
                from.partner(),
                from.representedInstitution(),
                from.operation(),
                from.purpose(),
                from.outcome().name().toLowerCase(Locale.ROOT),
                from.fields());
    }
}
