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

    /**
     * @param stands whether the line stands in the claim; else it is only registered
     * @param claimed 0 also for a line that does not stand in the claim
     */
    public record Compared(Headcount.Line line, boolean stands, int claimed, int registered) {
        /** Above zero: more was claimed than is registered. */
        public int difference() {
            return claimed - registered;
        }
    }

    /**
     * Every line that was claimed or is registered.
     *
     * @throws FaultException {@code Client.Funding.LineTwice} and {@code Client.Institution.SiteNotFound} with the place of
     *     the line; and as {@link Headcounts#of}
     */
    public List<Compared> compare(InstitutionCode institution, LocalDate referenceDate, List<Headcount> claim) {
        requireOnce(claim);
        var claimed = byLine(claim);
        var counts = headcounts.of(institution, referenceDate, Headcounts.Filter.ALL);
        requireSites(institution, claim, counts);
        var registered = byLine(counts);
        var lines = new TreeSet<>(ORDER);
        lines.addAll(claimed.keySet());
        lines.addAll(registered.keySet());
        return lines.stream()
                .map(line -> new Compared(
                        line,
                        claimed.containsKey(line),
                        claimed.getOrDefault(line, 0),
                        registered.getOrDefault(line, 0)))
                .toList();
    }

    private static void requireOnce(List<Headcount> claim) {
        var lines = claim.stream().map(Headcount::line).toList();
        for (int i = 0; i < lines.size(); i++) {
            int first = lines.indexOf(lines.get(i));
            if (first < i) {
                throw new FaultException(Fault.FUNDING_LINE_TWICE, place(first) + ", " + place(i));
            }
        }
    }

    /** A site that is closed by now may have had somebody on the day. */
    private void requireSites(InstitutionCode institution, List<Headcount> claim, List<Headcount> counts) {
        var sites = headcounts.sites(institution);
        counts.forEach(count -> sites.add(count.line().site()));
        for (int i = 0; i < claim.size(); i++) {
            if (!sites.contains(claim.get(i).line().site())) {
                throw new FaultException(Fault.SITE_NOT_FOUND, place(i) + "/siteSerial");
            }
        }
    }

    private static String place(int index) {
        return "line[" + (index + 1) + "]";
    }

    private static Map<Headcount.Line, Integer> byLine(List<Headcount> counts) {
        var byLine = new HashMap<Headcount.Line, Integer>();
        counts.forEach(count -> byLine.put(count.line(), count.count()));
        return byLine;
    }
}
