package dev.kapu.console;

/**
 * Requests of one partner for one operation that ended alike, since the hub started.
 *
 * @param outcome {@code answered}, {@code repeated}, {@code refused} or {@code failed}
 * @param p99Millis of the last minutes; 0 where nothing has come in them
 */
record Flow(String partner, String operation, String outcome, long count, double totalMillis, double p99Millis) {
    boolean ended(String outcome) {
        return this.outcome.equals(outcome);
    }
}
