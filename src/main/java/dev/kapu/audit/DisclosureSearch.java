package dev.kapu.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds records among many millions, without an index that every request would have to pay for: a page looks at so many
 * records at most, and says from where to look on. Times are found by halving, for records are numbered in the order in
 * which they came, but for seconds.
 */
@Component
public class DisclosureSearch {
    private static final int PAGE = 100;
    private static final int LOOKED_AT = 200_000;
    private static final int MOST_OF_ONE_ID = 5_000;
    private static final Duration DISORDER = Duration.ofMinutes(2);

    private final DisclosureSearchStore store;
    private final int lookedAt;
    private final int mostOfOneId;

    @Autowired
    DisclosureSearch(DisclosureSearchStore store) {
        this(store, LOOKED_AT, MOST_OF_ONE_ID);
    }

    DisclosureSearch(DisclosureSearchStore store, int lookedAt, int mostOfOneId) {
        this.store = store;
        this.lookedAt = lookedAt;
        this.mostOfOneId = mostOfOneId;
    }

    /** @param before what {@link DisclosurePage#next} of the page before says; null: from the newest */
    public DisclosurePage page(DisclosureFilter filter, @Nullable Long before) {
        long last = store.afterLast();
        long end = Math.min(before == null ? last : before, until(filter, last));
        long start = filter.from() == null ? 1 : firstSince(filter.from().minus(DISORDER), last);
        long floor =
                filter.messageId() == null ? Math.max(start, end - lookedAt) : narrowed(filter.messageId(), start, end);
        var found = store.find(filter, floor, end, PAGE);
        var records =
                found.stream().map(DisclosureSearchStore.Numbered::disclosure).toList();
        if (found.size() == PAGE) {
            return new DisclosurePage(records, found.get(PAGE - 1).id());
        }
        return new DisclosurePage(records, floor > start ? floor : null);
    }

    /** Whoever sends one id again and again makes a page look at fewer records, and not read all of that id. */
    private long narrowed(String messageId, long start, long end) {
        long floor = start;
        while (end - floor > lookedAt && store.areMore(messageId, floor, end, mostOfOneId)) {
            floor += (end - floor) / 2;
        }
        return floor;
    }

    private long until(DisclosureFilter filter, long last) {
        return filter.until() == null ? last : firstSince(filter.until().plus(DISORDER), last);
    }

    /** The first number whose record is not older; {@code last} if there is none. */
    private long firstSince(Instant moment, long last) {
        long from = 1;
        long to = last;
        while (from < to) {
            long middle = from + (to - from) / 2;
            var at = store.timeFrom(middle);
            if (at.isPresent() && at.get().isBefore(moment)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
