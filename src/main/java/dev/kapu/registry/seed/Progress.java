package dev.kapu.registry.seed;

import java.util.Locale;
import java.util.Optional;

/** A plain line every two seconds: {@code [#####.....]  47 %  940 000 persons  61 000/s}. */
final class Progress {
    private static final long INTERVAL = 2_000_000_000L;
    private static final int WIDTH = 30;

    private final int total;
    private final long start;
    private long lastLine;

    Progress(int total, long nanos) {
        this.total = total;
        this.start = nanos;
        this.lastLine = nanos;
    }

    /** @return a line if it is time for one, and at the end */
    Optional<String> at(int done, long nanos) {
        if (done < total && nanos - lastLine < INTERVAL) {
            return Optional.empty();
        }
        lastLine = nanos;
        int filled = (int) ((long) WIDTH * done / total);
        long rate = done * 1_000_000_000L / Math.max(1, nanos - start);
        return Optional.of("[%s%s] %3d %%  %s persons  %s/s"
                .formatted(
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        100L * done / total,
                        grouped(done),
                        grouped(rate)));
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
