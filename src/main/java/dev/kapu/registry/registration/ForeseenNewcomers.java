package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.doubles.Doubles;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.doubles.Repetitions;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What {@link Registrations} would say of somebody now (K2); locks and changes nothing. */
@Component
public class ForeseenNewcomers {
    private static final UUID NO_REVIEW_YET = new UUID(0, 0);

    private final Doubles doubles;
    private final Waiting waiting;

    ForeseenNewcomers(Doubles doubles, Waiting waiting) {
        this.doubles = doubles;
        this.waiting = waiting;
    }

    /**
     * Whether the person would be accepted now; changes nothing and keeps no lock.
     *
     * @return {@code Registered} is never returned: empty if nobody alike is held. {@code InReview} has no review yet
     */
    public Optional<RegistrationOutcome> foresee(NewPerson person) {
        return foreseeAll(List.of(person)).get(0);
    }

    /**
     * As {@link #foresee} for many, each in the place of its person, with few queries; they are compared with who is held
     * and who waits for the Office, not among themselves: for that, {@link #repetitions}.
     */
    public List<Optional<RegistrationOutcome>> foreseeAll(List<NewPerson> persons) {
        return resemblances(persons).stream()
                .map(resemblance -> switch (resemblance.degree()) {
                    case SAME -> Optional.<RegistrationOutcome>of(new AlreadyRegistered());
                    case ALIKE -> Optional.<RegistrationOutcome>of(new InReview(NO_REVIEW_YET));
                    case NONE -> Optional.<RegistrationOutcome>empty();
                })
                .toList();
    }

    /** Who is held counts, and who waits for the Office, even if nobody held is alike. */
    record Resemblance(Degree degree, List<EducationId> held) {}

    /** Each in the place of its person. */
    List<Resemblance> resemblances(List<NewPerson> persons) {
        // Who waits first: a decision between the two questions takes them from those who wait to those who are held.
        var waits = waiting.alike(persons);
        var held = doubles.find(persons);
        return IntStream.range(0, persons.size())
                .mapToObj(i -> {
                    var degree = held.get(i).degree();
                    var alone = degree == Degree.NONE && waits.get(i).isEmpty();
                    return new Resemblance(
                            degree == Degree.SAME || alone ? degree : Degree.ALIKE,
                            held.get(i).persons());
                })
                .toList();
    }

    /** For a list that is to be compared within itself before it is registered, whatever the parts it comes in. */
    public Repetitions repetitions() {
        return doubles.repetitions();
    }

    /** Persons who are the same beyond doubt share it; so may others. */
    public long sameness(NewPerson person) {
        return doubles.sameness(person);
    }

    /** By which they are looked for who are the same beyond doubt; see {@link #sameness}. */
    public Set<Long> askedSameness(NewPerson person) {
        return doubles.askedSameness(person);
    }
}
