package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.identification.Misses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts that named nobody: an ID that is unknown, or another birth date. Whoever tries birth dates or IDs is stopped for
 * the rest of the day, in single starts and in forms alike (ADR 17).
 */
@Component
class StartMisses {
    private static final Logger LOG = LoggerFactory.getLogger(StartMisses.class);

    private final int ofOneInstitution;
    private final Misses misses;

    StartMisses(RegistryProperties properties, Today today) {
        this.ofOneInstitution = properties.startMissesADay();
        this.misses = new Misses(ofOneInstitution, today);
    }

    /** @throws FaultException {@code Client.Affiliation.TooManyMisses}, whether or not there is such a person */
    void requireFew(InstitutionCode institution, EducationId asked) {
        if (misses.areTooMany(institution.text(), asked)) {
            throw new FaultException(Fault.TOO_MANY_MISSES);
        }
    }

    void count(InstitutionCode institution, EducationId asked) {
        if (misses.count(institution.text(), asked)) {
            LOG.warn(
                    "Institution {} has named {} unknown persons in starts today; it can start no more",
                    institution.text(),
                    ofOneInstitution);
        }
    }
}
