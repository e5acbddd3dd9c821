package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What stands about a person on some paper. People err now and then. */
final class Claim {
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

    static Map<String, String> mostlyRight(SyntheticPerson person) {
        return switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0 -> withWrongBirthDate(person);
            case 1 -> withWrongName(person);
            default -> right(person);
        };
    }
}
