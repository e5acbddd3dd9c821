package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands about a person on some paper. People err now and then. */
final class Claim {
    private static final int MOST_SLIPS = 250;
    private static final AtomicInteger SLIPS = new AtomicInteger();

    private Claim() {}

    static Map<String, String> right(SyntheticPerson person) {
        var claim = new HashMap<String, String>();
        claim.put("educationId", person.educationId());
        claim.put("institutionCode", person.institutionCode());
        claim.put("family", person.name().family());
        claim.put("given", person.name().given());
        claim.put("birthDate", person.birthDate().toString());
        return claim;
    }

    static Map<String, String> withWrongBirthDate(SyntheticPerson person) {
        var claim = right(person);
        claim.put("birthDate", person.birthDate().plusDays(1).toString());
        return claim;
    }

    static Map<String, String> withWrongName(SyntheticPerson person) {
        var claim = right(person);
        claim.put("given", person.name().given() + "ka");
        return claim;
    }

    /** With a slip now and then, in one run fewer than the misses that the hub allows a partner in a day (ADR 41). */
    static Map<String, String> mostlyRight(SyntheticPerson person) {
        int dice = ThreadLocalRandom.current().nextInt(8);
        if (dice > 1 || SLIPS.getAndUpdate(slips -> Math.min(slips + 1, MOST_SLIPS)) == MOST_SLIPS) {
            return right(person);
        }
        return dice == 0 ? withWrongBirthDate(person) : withWrongName(person);
    }
}
