package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Misses;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Starts that named nobody: an ID that is unknown, or another birth date. Whoever tries birth dates or IDs is stopped for
 * the rest of the day, in single starts and in forms alike (ADR 17).
 */
@Component
class StartMisses {
    private final Misses misses;

    StartMisses(RegistryProperties properties, Today today) {
        this.misses = new Misses("kapu.registry.start-misses-a-day", properties.startMissesADay(), today);
    }

    /**
     * @throws FaultException {@code Client.Affiliation.TooManyMisses}, whether or not there is such a person; {@code
     *     Client.Person.NotFound}
     */
    void require(InstitutionCode institution, EducationId asked, BooleanSupplier exists) {
        switch (misses.ask(institution.text(), asked, exists)) {
            case FOUND -> {}
            case TOO_MANY -> throw new FaultException(Fault.TOO_MANY_MISSES);
            case NOBODY -> throw new FaultException(Fault.PERSON_NOT_FOUND);
        }
    }
}
