package dev.kapu.messaging;

import dev.kapu.gate.Event;
import dev.kapu.gate.EventDoor;
import dev.kapu.scope.Subject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Lets through what it is told to, and remembers what it was offered. */
final class FakeDoor implements EventDoor {
    final List<Event> offered = new CopyOnWriteArrayList<>();
    final List<Event> passed = new CopyOnWriteArrayList<>();
    private final Set<String> partners;
    volatile BiPredicate<String, String> represents = (partner, institution) -> true;
    volatile Set<String> forInstitutions = Set.of();
    volatile BiPredicate<Event, String> rule = (event, partner) -> true;

    FakeDoor(String... partners) {
        this.partners = Set.of(partners);
    }

    @Override
    public Set<String> partners() {
        return partners;
    }

    @Override
    public Set<String> kinds(String partner) {
        return Set.of();
    }

    @Override
    public Set<String> recipients(String kind, String institution) {
        return partners.stream()
                .filter(partner -> represents.test(partner, institution))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean mayConcern(String partner, String kind, Subject subject) {
        return true;
    }

    @Override
    public boolean isForInstitutions(String partner, String kind) {
        return forInstitutions.contains(partner);
    }

    @Override
    public boolean offer(Event event, String partner) {
        offered.add(event);
        var entitled = rule.test(event, partner);
        if (entitled) {
            passed.add(event);
        }
        return entitled;
    }
}
