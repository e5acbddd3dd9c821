package dev.kapu.console;

import java.util.Collection;

/**
 * Several flows in a row of a table.
 *
 * @param p99Millis the highest among the flows: percentiles cannot be added up
 */
record Figures(long answered, long repeated, long refused, long failed, double meanMillis, double p99Millis) {
    static Figures of(Collection<Flow> flows) {
        var count = flows.stream().mapToLong(Flow::count).sum();
        var total = flows.stream().mapToDouble(Flow::totalMillis).sum();
        return new Figures(
                count(flows, "answered"),
                count(flows, "repeated"),
                count(flows, "refused"),
                count(flows, "failed"),
                count == 0 ? 0 : total / count,
                flows.stream().mapToDouble(Flow::p99Millis).max().orElse(0));
    }

    public long count() {
        return answered + repeated + refused + failed;
    }

    private static long count(Collection<Flow> flows, String outcome) {
        return flows.stream()
                .filter(flow -> flow.ended(outcome))
                .mapToLong(Flow::count)
                .sum();
    }
}
