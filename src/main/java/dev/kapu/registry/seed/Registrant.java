package dev.kapu.registry.seed;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.person.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the seed with all that the registry holds. */
record Registrant(
        Person person,
        List<Affiliation> affiliations,
        @Nullable InstitutionCode responsible) {}
