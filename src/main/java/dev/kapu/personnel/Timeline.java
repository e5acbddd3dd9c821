package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.personnel.StaffMessage.Kind;
import dev.kapu.registry.staff.StaffSpan;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The employments that messages make, replayed by the days from which they hold, in whatever order they came. Only the
 * messages count, so the same messages always make the same employments.
 */
final class Timeline {
    private final Deque<StaffSpan> found;
    private final Collection<StaffMessage> messages;
    private final List<Employment> employments = new ArrayList<>();
    private @Nullable Fault wrong;

    private Timeline(Collection<StaffSpan> found, Collection<StaffMessage> messages) {
        this.found = found.stream().sorted(StaffSpan.BY_START).collect(Collectors.toCollection(ArrayDeque::new));
        this.messages = messages;
    }

    /** @param found what the registry held before the module spoke */
    static Timeline of(Collection<StaffSpan> found, Collection<StaffMessage> messages) {
        var timeline = new Timeline(found, messages);
        messages.stream()
                .sorted(StaffMessage.BY_DAY)
                .collect(Collectors.groupingBy(StaffMessage::day, TreeMap::new, Collectors.toList()))
                .forEach(timeline::replay);
        timeline.findUpTo(LocalDate.MAX);
        return timeline;
    }

    /** The first contradiction. */
    Optional<Fault> wrong() {
        return Optional.ofNullable(wrong);
    }

    /** As they stand on the day; those that begin later are left out. */
    List<StaffSpan> on(LocalDate day) {
        return employments.stream()
                .flatMap(one -> one.on(day).stream())
                .sorted(StaffSpan.BY_START)
                .toList();
    }

    /** See {@link Employment#source}. */
    Optional<StaffMessage> source(StaffSpan.Key key, String field, LocalDate day, boolean changed) {
        return employments.stream()
                .filter(one ->
                        one.on(day).filter(span -> span.key().equals(key)).isPresent())
                .findFirst()
                .flatMap(one -> one.source(field, day, changed));
    }

    /** One employment may end on the day on which another begins, and one may last for a single day. */
    private void replay(LocalDate day, List<StaffMessage> ofDay) {
        findUpTo(day);
        var later = new ArrayList<StaffMessage>();
        for (var message : ofDay) {
            if (message.kind() == Kind.END && begunBefore(day, message)) {
                end(message);
            } else {
                later.add(message);
            }
        }
        for (var message : later) {
            switch (message.kind()) {
                case POSTING -> post(message);
                case ASSIGNMENT, TITLE -> change(message);
                case END -> end(message);
            }
        }
    }

    private void findUpTo(LocalDate day) {
        while (!found.isEmpty() && !found.getFirst().start().isAfter(day)) {
            var next = new Employment(found.removeFirst());
            require(next, employments.stream().filter(one -> !one.isFound()).toList());
            employments.add(next);
        }
    }

    private void post(StaffMessage message) {
        employments.removeIf(
                one -> one.isFound() && one.isOf(message) && one.start().equals(message.day()));
        var next = new Employment(message);
        require(next, employments);
        employments.add(next);
    }

    /** @param earlier begun before, or on the same day */
    private void require(Employment next, List<Employment> earlier) {
        for (var other : earlier) {
            if (other.isLike(next) && other.lastsOn(next.start())) {
                say(Fault.AFFILIATION_OVERLAPS);
            } else if (!other.isLike(next)
                    && other.isAtOneInstitution()
                    && next.isAtOneInstitution()
                    && other.lastsBeyond(next.start())) {
                say(Fault.PERSONNEL_TWO_MAIN);
            }
        }
    }

    private void change(StaffMessage message) {
        var begun = employments.stream()
                .filter(one -> one.isOf(message) && !one.start().isAfter(message.day()))
                .toList();
        begun.stream()
                .filter(one -> one.lastsOn(message.day()))
                .findFirst()
                .ifPresentOrElse(
                        one -> one.change(message),
                        () -> say(begun.isEmpty() ? Fault.PERSONNEL_NO_EMPLOYMENT : Fault.PERSONNEL_AFTER_END));
    }

    private void end(StaffMessage message) {
        employments.stream()
                .filter(one -> one.isOf(message) && one.lasts())
                .findFirst()
                .ifPresentOrElse(
                        one -> one.end(message),
                        () -> say(
                                beginsLater(message)
                                        ? Fault.PERSONNEL_END_BEFORE_START
                                        : Fault.PERSONNEL_NO_EMPLOYMENT));
    }

    private boolean begunBefore(LocalDate day, StaffMessage end) {
        return employments.stream()
                .anyMatch(one -> one.isOf(end) && one.lasts() && one.start().isBefore(day));
    }

    private boolean beginsLater(StaffMessage end) {
        return found.stream().anyMatch(span -> new Employment(span).isOf(end))
                || messages.stream()
                        .anyMatch(other -> other.kind() == Kind.POSTING
                                && new Employment(other).isOf(end)
                                && other.day().isAfter(end.day()));
    }

    private void say(Fault fault) {
        wrong = wrong == null ? fault : wrong;
    }
}
