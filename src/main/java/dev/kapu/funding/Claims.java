package dev.kapu.funding;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Compares what an institution claims with what is registered (K22): numbers with numbers. */
@Component("fundingClaims")
public class Claims {
    private static final Comparator<Headcount.Line> ORDER = Comparator.comparing(
                    (Headcount.Line line) -> line.site().text())
            .thenComparing(Headcount.Line::type)
            .thenComparing(Headcount.Line::grade, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Headcounts headcounts;

    Claims(Headcounts headcounts) {
        this.headcounts = headcounts;
    }

    /** @param claimed 0 for a line that is registered and was not claimed */
    public record Compared(Headcount.Line line, int claimed, int registered) {
        /** Above zero: more was claimed than is registered. */
        public int difference() {
            return claimed - registered;
        }
    }

    /**
     * Every line that was claimed or is registered.
     *
     * @throws FaultException {@code Client.Message.Invalid} if a line stands twice; and as {@link Headcounts#of}
     */
    public List<Compared> compare(InstitutionCode institution, LocalDate referenceDate, List<Headcount> claim) {
        var claimed = byLine(claim);
        var registered = byLine(headcounts.of(institution, referenceDate, Headcounts.Filter.ALL));
        var lines = new TreeSet<>(ORDER);
        lines.addAll(claimed.keySet());
        lines.addAll(registered.keySet());
        return lines.stream()
                .map(line -> new Compared(line, claimed.getOrDefault(line, 0), registered.getOrDefault(line, 0)))
                .toList();
    }

    private static Map<Headcount.Line, Integer> byLine(List<Headcount> counts) {
        var byLine = new HashMap<Headcount.Line, Integer>();
        for (var count : counts) {
            if (byLine.put(count.line(), count.count()) != null) {
                throw new FaultException(Fault.INVALID, "line");
            }
        }
        return byLine;
    }
}
