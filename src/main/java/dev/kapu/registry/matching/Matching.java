package dev.kapu.registry.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps each person once (K2). Whoever registers does, in one transaction: {@link #lock}, then {@link #compare}, then the
 * insert into {@code person}, then {@link #keep}.
 */
@Component
public class Matching {
    private final MatchingStore store;
    private final HeldKeys held;
    private final Judge judge;

    Matching(MatchingStore store, HeldKeys held, Judge judge) {
        this.store = store;
        this.held = held;
        this.judge = judge;
    }

    public Outcome compare(Description newcomer) {
        return compare(List.of(newcomer)).get(0);
    }

    /**
     * With one query for all of them, some hundred at a time; a few queries where names have many words. They are compared with the registry, not among themselves.
     *
     * @return in the same order
     */
    public List<Outcome> compare(List<Description> newcomers) {
        var profiles = newcomers.stream().map(Profile::of).toList();
        var candidates = store.candidates(
                profiles.stream().map(profile -> Keys.asked(profile).numbers()).toList());
        return Stream.iterate(0, i -> i < profiles.size(), i -> i + 1)
                .map(i -> judge.judge(profiles.get(i), candidates.get(i)))
                .toList();
    }

    /** As {@link #compare}, as if each who is to become so were not held: what they were says nothing. */
    public List<Outcome> compareBeside(List<Description> changed, List<Long> selves) {
        var profiles = changed.stream().map(Profile::of).toList();
        var candidates = store.candidates(
                profiles.stream().map(profile -> Keys.asked(profile).numbers()).toList());
        return IntStream.range(0, profiles.size())
                .mapToObj(i -> judge.judge(
                        profiles.get(i),
                        candidates.get(i).stream()
                                .filter(known -> known.educationId() != selves.get(i))
                                .toList()))
                .toList();
    }

    /** How alike two are of whom neither is held, as if the other were: its ID in the outcome is 0. */
    public Outcome compare(Description newcomer, Description other) {
        return judge.judge(Profile.of(newcomer), List.of(new Judge.Known(0, Profile.of(other))));
    }

    /** For a list that is to be compared within itself. */
    public Repetitions repetitions() {
        return new Repetitions(judge);
    }

    /** Of descriptions that are beyond doubt of one person one has it among {@link #askedSameness} of the other; so may others. */
    public static long sameness(Description described) {
        var profile = Profile.of(described);
        return Keys.birthAnd(profile.given(), profile);
    }

    /** Perhaps family and given name changed places. */
    public static Set<Long> askedSameness(Description described) {
        var profile = Profile.of(described);
        return Stream.of(profile.given(), profile.family())
                .map(part -> Keys.birthAnd(part, profile))
                .collect(Collectors.toSet());
    }

    /**
     * Of two transactions that bring descriptions of one person the second waits here until the first has ended, and then
     * finds what it registered. Call it first in a transaction, for all it brings, or two may wait for each other for
     * ever; what it covers may be locked again. Read once, one at a time: there may be many.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Stream<Description> newcomers) {
        held.take(newcomers
                .flatMapToLong(newcomer -> LongStream.of(keys(newcomer).strong()))
                .distinct()
                .toArray());
    }

    /** As {@link #lock}, with every description there can be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockEverybody() {
        held.takeAll();
    }

    /** After the person was registered. */
    public void keep(long educationId, Description registered) {
        store.insert(educationId, keys(registered).numbers());
    }

    /** After the person was amended. */
    @Transactional
    public void replace(long educationId, Description before, Description after) {
        store.delete(educationId, keys(before).numbers());
        keep(educationId, after);
    }

    /** For whoever loads many persons: what {@link #keep} would store, for COPY into {@code person_key (key, education_id)}. */
    public static long[] keysOf(Description registered) {
        return keys(registered).numbers();
    }

    /** By which somebody is looked for among those who are kept under {@link #keysOf}. */
    public static long[] askedKeysOf(Description newcomer) {
        return Keys.asked(Profile.of(newcomer)).numbers();
    }

    private static Keys keys(Description described) {
        return Keys.kept(Profile.of(described));
    }
}
