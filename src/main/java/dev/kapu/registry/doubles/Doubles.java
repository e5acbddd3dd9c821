package dev.kapu.registry.doubles;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.matching.Matching;
import dev.kapu.registry.person.NewPerson;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who is held already and might be the same person (K2). */
public interface Doubles {
    /** Whoever takes the same person in at this moment waits here until the other's transaction has ended; see {@link Matching#lock}. */
    void lock(Stream<NewPerson> persons);

    /** As {@link #lock}, for whoever cannot say whom: all others wait. */
    void lockEverybody();

    /** @throws FaultException {@code Server.Registry.Unavailable} while some who are held cannot be found yet after an upgrade */
    void requireAllFindable();

    /** For each the persons held who are alike, in the order asked; what the same transaction kept is seen. */
    List<Likeness> find(List<NewPerson> persons);

    /** As {@link #find}, as if each of {@code selves} were not held: for amendments that make them these persons. */
    List<Likeness> findBeside(List<EducationId> selves, List<NewPerson> changed);

    /** How alike two are who need not be held. */
    Degree compare(NewPerson one, NewPerson other);

    /** For a list that is to be compared within itself, however many parts it comes in. */
    Repetitions repetitions();

    /** Of two who are the same beyond doubt one has it among {@link #askedSameness} of the other; so may others. */
    long sameness(NewPerson person);

    /** By which they are looked for who are the same beyond doubt. */
    Set<Long> askedSameness(NewPerson person);

    /** What a person is kept under; who looks for them asks for {@link #askedKeys}. */
    long[] keys(NewPerson person);

    /** More than {@link #keys}: of two persons alike one is, as a rule, kept under one of those that the other asks for. */
    long[] askedKeys(NewPerson person);

    /** From now on the persons are found; with the registration, in its transaction. */
    void keep(List<EducationId> ids, List<NewPerson> persons);

    /** The person is found by what is held after the amendment, in its transaction. */
    void replace(EducationId id, NewPerson before, NewPerson after);

    /** The person is held no more: merged into another. */
    void forget(EducationId id, NewPerson person);
}
