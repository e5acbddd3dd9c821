package dev.kapu.scope;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scope looks at in a person.
 *
 * @param affiliatedWith codes of the institutions in which an affiliation is open on the day
 */
public record Subject(
        String educationId,
        Set<String> affiliatedWith,
        @Nullable String responsibleInstitution) {}
