package dev.kapu.personnel;

import dev.kapu.registry.staff.StaffSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An employment while messages are replayed: as it began, what changed it, and what ended it. */
final class Employment {
    private final StaffSpan begun;
    private final @Nullable StaffMessage posting;
    private final List<StaffMessage> changes = new ArrayList<>();
    private @Nullable StaffMessage end;

    /** One that the registry held before the module spoke. */
    Employment(StaffSpan found) {
        this.begun = found;
        this.posting = null;
    }

    Employment(StaffMessage posting) {
        this.posting = posting;
        this.begun = new StaffSpan(
                posting.institution(),
                posting.type(),
                posting.day(),
                null,
                Objects.requireNonNull(posting.site()),
                Objects.requireNonNull(posting.weeklyHours()),
                posting.post());
    }

    boolean isFound() {
        return posting == null;
    }

    boolean isOf(StaffMessage message) {
        return begun.institution().equals(message.institution()) && begun.type() == message.type();
    }

    boolean isLike(Employment other) {
        return begun.institution().equals(other.begun.institution()) && begun.type() == other.begun.type();
    }

    boolean isAtOneInstitution() {
        return begun.type().isAtOneInstitution();
    }

    LocalDate start() {
        return begun.start();
    }

    boolean lasts() {
        return end == null;
    }

    /** Whether it lasts longer than to the day. */
    boolean lastsBeyond(LocalDate day) {
        return end == null || end.day().isAfter(day);
    }

    boolean lastsOn(LocalDate day) {
        return end == null || !end.day().isBefore(day);
    }

    void change(StaffMessage message) {
        changes.add(message);
    }

    void end(StaffMessage message) {
        end = message;
    }

    /** As it stands on the day; empty if it begins later. */
    Optional<StaffSpan> on(LocalDate day) {
        if (begun.start().isAfter(day)) {
            return Optional.empty();
        }
        var site = begun.site();
        var hours = begun.weeklyHours();
        var post = begun.post();
        for (var change : changes) {
            if (!change.day().isAfter(day)) {
                site = or(change.site(), site);
                hours = or(change.weeklyHours(), hours);
                post = change.post() == null ? post : change.post();
            }
        }
        var lastDay = end == null || end.day().isAfter(day) ? null : end.day();
        return Optional.of(new StaffSpan(begun.institution(), begun.type(), begun.start(), lastDay, site, hours, post));
    }

    /**
     * The message that says what the registry does not take; empty if none does.
     *
     * @param changed whether the employment has been followed before: then its posting is not the reason
     */
    Optional<StaffMessage> source(String field, LocalDate day, boolean changed) {
        var last =
                switch (field) {
                    case "weeklyHours" -> last(day, change -> change.weeklyHours() != null);
                    case "post" -> last(day, change -> change.post() != null);
                    default ->
                        Optional.ofNullable(end)
                                .filter(one -> changed && !one.day().isAfter(day));
                };
        return changed ? last : last.or(() -> Optional.ofNullable(posting));
    }

    private Optional<StaffMessage> last(LocalDate day, Predicate<StaffMessage> saying) {
        return changes.stream()
                .filter(change -> !change.day().isAfter(day) && saying.test(change))
                .reduce((earlier, later) -> later);
    }

    private static <T> T or(@Nullable T said, T before) {
        return said == null ? before : said;
    }
}
