package dev.kapu.personnel;

import dev.kapu.registry.staff.StaffAffiliations.Refusal;
import dev.kapu.registry.staff.StaffSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the registry does not take and no message could be parked for, as when a withdrawn end would open an employment
 * again beside another: the field stays as it was, and the change is tried again.
 */
final class HeldBack {
    private static final String END = "endDate";
    private static final Set<String> ALL = Set.of(END, "siteSerial", "weeklyHours", "post");

    private final Map<StaffSpan.Key, StaffSpan> before;
    private final Map<StaffSpan.Key, Set<String>> fields = new HashMap<>();

    /** @param before what the registry was made to hold */
    HeldBack(Collection<StaffSpan> before) {
        this.before =
                before.stream().collect(Collectors.toMap(StaffSpan::key, Function.identity(), (one, again) -> one));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean wasFollowed(StaffSpan.Key key) {
        return before.containsKey(key);
    }

    /** Whether it is only because the employment shall last again. */
    boolean opensAgain(StaffSpan span) {
        var was = before.get(span.key());
        return was != null && was.end() != null && span.end() == null;
    }

    void hold(Refusal refusal) {
        var held = fields.computeIfAbsent(refusal.span().key(), none -> new HashSet<>());
        if (!held.add(field(refusal))) {
            held.addAll(ALL);
        }
    }

    private String field(Refusal refusal) {
        var field = refusal.finding().field();
        boolean ofWeek = field.equals("weeklyHours") && opensAgain(refusal.span());
        return ofWeek || !ALL.contains(field) ? END : field;
    }

    /** With all that is held back as it was before. */
    List<StaffSpan> in(Collection<StaffSpan> after) {
        var kept = new ArrayList<StaffSpan>();
        for (var span : after) {
            var held = fields.get(span.key());
            var was = before.get(span.key());
            if (held == null) {
                kept.add(span);
            } else if (was != null) {
                kept.add(mixed(was, span, held));
            }
        }
        return kept;
    }

    private static StaffSpan mixed(StaffSpan was, StaffSpan now, Set<String> held) {
        return new StaffSpan(
                now.institution(),
                now.type(),
                now.start(),
                held.contains(END) ? was.end() : now.end(),
                Objects.requireNonNull(held.contains("siteSerial") ? was.site() : now.site()),
                Objects.requireNonNull(held.contains("weeklyHours") ? was.weeklyHours() : now.weeklyHours()),
                post(was, now, held));
    }

    private static @Nullable String post(StaffSpan was, StaffSpan now, Set<String> held) {
        return held.contains("post") ? was.post() : now.post();
    }
}
