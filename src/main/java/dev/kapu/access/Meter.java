package dev.kapu.access;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of a grant's quota this process has used. The second is a token bucket that holds one second's worth,
 * kept as the time at which it will be full again (the generic cell rate algorithm); the day is a plain counter.
 */
final class Meter {
    private static final long SECOND = 1_000_000_000L;
    private static final int COUNT_BITS = 41;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final AtomicLong fullAt = new AtomicLong(Long.MIN_VALUE);
    /** Day in the upper bits, count of that day in the lower. */
    private final AtomicLong day = new AtomicLong();

    /** @param nanos of a clock that never goes back, such as {@link System#nanoTime()} */
    boolean take(Grant.Quota quota, long nanos, long epochDay) {
        return usedToday(epochDay) < quota.perDay() && takeSecond(quota.perSecond(), nanos) && takeDay(quota, epochDay);
    }

    long usedToday(long epochDay) {
        return count(day.get(), epochDay);
    }

    private boolean takeSecond(long perSecond, long nanos) {
        var interval = (SECOND + perSecond - 1) / perSecond;
        while (true) {
            var seen = fullAt.get();
            var full = (seen == Long.MIN_VALUE || seen - nanos < 0 ? nanos : seen) + interval;
            if (full - nanos > perSecond * interval) {
                return false;
            }
            if (fullAt.compareAndSet(seen, full)) {
                return true;
            }
        }
    }

    private boolean takeDay(Grant.Quota quota, long epochDay) {
        while (true) {
            var seen = day.get();
            var count = count(seen, epochDay);
            if (count >= quota.perDay()) {
                return false;
            }
            if (day.compareAndSet(seen, Math.max(seen >> COUNT_BITS, epochDay) << COUNT_BITS | count + 1)) {
                return true;
            }
        }
    }

    private static long count(long packed, long epochDay) {
        // A thread that took its day before midnight counts with those that took it after.
        return packed >> COUNT_BITS >= epochDay ? packed & COUNT_MASK : 0;
    }
}
