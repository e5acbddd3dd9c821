package dev.kapu.registry.lookup;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Misses;
import dev.kapu.scope.Reach;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody claims of a person, compared; whoever tries until it agrees is stopped for the day (ADR 41). */
@Component
public class Comparisons {
    private final Persons persons;
    private final Misses misses;

    Comparisons(Persons persons, ComparisonProperties properties, Today today) {
        this.persons = persons;
        this.misses = new Misses("kapu.registry.comparison.misses-a-day", properties.missesADay(), today);
    }

    /**
     * As {@link Persons#verify}; whatever is no match is a miss.
     *
     * @param asker against whom misses are counted
     * @throws FaultException {@code Client.Person.TooManyMisses}
     */
    public Verification verify(EducationId id, Claims claims, Reach reach, String asker) {
        var found = new AtomicReference<@Nullable Verification>();
        count(asker, id, () -> {
            var verification = persons.verify(id, claims, reach);
            found.set(verification);
            return verification.result() == Verification.Result.MATCH;
        });
        return Objects.requireNonNull(found.get());
    }

    /**
     * Asks only if few questions of who asks were wrong today.
     *
     * @throws FaultException {@code Client.Person.TooManyMisses}
     */
    public void count(String asker, EducationId asked, BooleanSupplier isRight) {
        if (misses.ask(asker, asked, isRight) == Misses.Outcome.TOO_MANY) {
            throw new FaultException(Fault.PERSON_MISSES);
        }
    }
}
