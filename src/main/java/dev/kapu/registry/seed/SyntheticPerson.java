package dev.kapu.registry.seed;

import dev.kapu.registry.PersonName;
import java.time.LocalDate;

/**
 * A seeded person with one of the affiliations that last.
 *
 * @param settlement of the site
 * @param type as contracts write it, e.g. {@code main-employment}
 * @param cardType to which the affiliation entitles, as contracts write it
 */
public record SyntheticPerson(
        String educationId,
        PersonName name,
        LocalDate birthDate,
        String institutionCode,
        String siteSerial,
        String settlement,
        String type,
        String cardType) {

    /** Hazard: even an invented person does not belong into a log line. */
    @Override
    public String toString() {
        return "SyntheticPerson";
    }
}
