package dev.kapu.registry.amendment;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.PersonStore;
import dev.kapu.registry.registration.PresentIds;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * For a transaction that amends more than one: takes first, in one order, what each {@link Amendments#amend} would take,
 * so that no two transactions wait for each other. Who is amended more than once may become whatever some of the
 * amendments make of them, for any may be refused.
 */
@Component
public class AmendmentLocks {
    /** Amendments of one person in one form, of which any may be refused: so many make 2^6 persons who are to be locked. */
    public static final int MOST_OF_ONE = 6;

    private final PersonStore persons;
    private final PresentIds ids;
    private final Doubles doubles;

    AmendmentLocks(PersonStore persons, PresentIds ids, Doubles doubles) {
        this.persons = persons;
        this.ids = ids;
        this.doubles = doubles;
    }

    /**
     * If one person is amended more often than {@link #MOST_OF_ONE}, all who register or amend anybody wait until the
     * transaction ends.
     *
     * @param amendments read twice, a few at a time
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Supplier<Stream<List<Amendment>>> amendments) {
        var times = amendments
                .get()
                .flatMap(this::subjects)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(any -> 1)));
        persons.lockAll(List.copyOf(times.keySet()));
        if (times.values().stream().anyMatch(often -> often > MOST_OF_ONE)) {
            doubles.lockEverybody();
            return;
        }
        var states = new HashMap<EducationId, Set<Person>>();
        doubles.lock(amendments.get().flatMap(some -> amended(some, times, states)));
    }

    private Stream<EducationId> subjects(List<Amendment> some) {
        return ids.current(some.stream().map(Amendment::educationId).toList()).stream();
    }

    private Stream<NewPerson> amended(
            List<Amendment> some, Map<EducationId, Integer> times, Map<EducationId, Set<Person>> states) {
        var subjects = subjects(some).toList();
        var held = persons.held(subjects).stream().collect(Collectors.toMap(Person::educationId, Function.identity()));
        return IntStream.range(0, some.size())
                .filter(i -> held.containsKey(subjects.get(i)))
                .boxed()
                .flatMap(i -> {
                    var person = Objects.requireNonNull(held.get(subjects.get(i)));
                    return Objects.requireNonNullElse(times.get(person.educationId()), 0) == 1
                            ? Stream.of(Amended.of(person, some.get(i)))
                            : next(states.computeIfAbsent(person.educationId(), any -> one(person)), some.get(i));
                })
                .map(NewPerson::of);
    }

    private static Set<Person> one(Person person) {
        return new LinkedHashSet<>(List.of(person));
    }

    private static Stream<Person> next(Set<Person> states, Amendment amendment) {
        var changed = states.stream().map(state -> Amended.of(state, amendment)).toList();
        states.addAll(changed);
        return changed.stream();
    }
}
