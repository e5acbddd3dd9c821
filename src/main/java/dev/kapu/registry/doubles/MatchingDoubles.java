package dev.kapu.registry.doubles;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.matching.Description;
import dev.kapu.registry.matching.Matching;
import dev.kapu.registry.matching.Outcome;
import dev.kapu.registry.person.NewPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Doubles as {@link Matching} finds them. */
@Component
class MatchingDoubles implements Doubles {
    private static final int AT_A_TIME = 500;

    private final Matching matching;
    private final PersonKeyStore keys;

    MatchingDoubles(Matching matching, PersonKeyStore keys) {
        this.matching = matching;
        this.keys = keys;
    }

    @Override
    public void lock(Stream<NewPerson> persons) {
        matching.lock(persons.map(NewPerson::description));
    }

    @Override
    public void lockEverybody() {
        matching.lockEverybody();
    }

    @Override
    public void requireAllFindable() {
        if (!keys.isFilled()) {
            throw new FaultException(Fault.UNAVAILABLE);
        }
    }

    @Override
    public List<Likeness> find(List<NewPerson> persons) {
        var found = new ArrayList<Likeness>(persons.size());
        for (int from = 0; from < persons.size(); from += AT_A_TIME) {
            var some = persons.subList(from, Math.min(persons.size(), from + AT_A_TIME));
            matching.compare(described(some)).forEach(outcome -> found.add(likeness(outcome)));
        }
        return found;
    }

    @Override
    public List<Likeness> findBeside(List<EducationId> selves, List<NewPerson> changed) {
        var found = new ArrayList<Likeness>(changed.size());
        for (int from = 0; from < changed.size(); from += AT_A_TIME) {
            int to = Math.min(changed.size(), from + AT_A_TIME);
            var ids = selves.subList(from, to).stream().map(EducationId::number).toList();
            matching.compareBeside(described(changed.subList(from, to)), ids)
                    .forEach(outcome -> found.add(likeness(outcome)));
        }
        return found;
    }

    private static Likeness likeness(Outcome outcome) {
        if (outcome instanceof Outcome.Same same) {
            return new Likeness(Degree.SAME, List.of(new EducationId(same.educationId())));
        }
        if (outcome instanceof Outcome.Look look) {
            return new Likeness(
                    Degree.ALIKE,
                    look.candidates().stream()
                            .map(candidate -> new EducationId(candidate.educationId()))
                            .toList());
        }
        return Likeness.NONE;
    }

    @Override
    public Degree compare(NewPerson one, NewPerson other) {
        return degree(matching.compare(one.description(), other.description()));
    }

    private static Degree degree(Outcome outcome) {
        if (outcome instanceof Outcome.Same) {
            return Degree.SAME;
        }
        return outcome instanceof Outcome.Look ? Degree.ALIKE : Degree.NONE;
    }

    @Override
    public Repetitions repetitions() {
        var seen = matching.repetitions();
        return person -> seen.add(person.description());
    }

    @Override
    public long sameness(NewPerson person) {
        return Matching.sameness(person.description());
    }

    @Override
    public Set<Long> askedSameness(NewPerson person) {
        return Matching.askedSameness(person.description());
    }

    @Override
    public long[] keys(NewPerson person) {
        return Matching.keysOf(person.description());
    }

    @Override
    public long[] askedKeys(NewPerson person) {
        return Matching.askedKeysOf(person.description());
    }

    @Override
    public void keep(List<EducationId> ids, List<NewPerson> persons) {
        keys.insert(ids, persons.stream().map(this::keys).toList());
    }

    @Override
    public void replace(EducationId id, NewPerson before, NewPerson after) {
        matching.replace(id.number(), before.description(), after.description());
    }

    @Override
    public void forget(EducationId id, NewPerson person) {
        keys.delete(id, keys(person));
    }

    private static List<Description> described(List<NewPerson> persons) {
        return persons.stream().map(NewPerson::description).toList();
    }
}
