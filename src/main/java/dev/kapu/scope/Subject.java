package dev.kapu.scope;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scope looks at in a person.
 *
 * @param educationId whom events are kept in order for; {@link #ofInstitution} says what stands for an institution
 * @param affiliatedWith codes of the institutions in which an affiliation is open on the day
 * @param standing scopes in which the person is, whatever the institution; said of events that need it only
 */
public record Subject(
        String educationId,
        Set<String> affiliatedWith,
        @Nullable String responsibleInstitution,
        Set<Scope> standing) {
    private static final String INSTITUTION = "institution ";

    public Subject(String educationId, Set<String> affiliatedWith, @Nullable String responsibleInstitution) {
        this(educationId, affiliatedWith, responsibleInstitution, Set.of());
    }

    /** For what is about an institution and no person: only a scope that asks for nothing covers it. */
    public static Subject ofInstitution(String code) {
        return new Subject(INSTITUTION + code, Set.of(), null);
    }

    /** These institutions are concerned as if the person were affiliated with them. */
    public Subject and(Collection<String> institutions) {
        var all = new HashSet<>(affiliatedWith);
        all.addAll(institutions);
        return new Subject(educationId, Set.copyOf(all), responsibleInstitution, standing);
    }

    /** The person stands in these scopes, too. */
    public Subject in(Set<Scope> scopes) {
        var all = new HashSet<>(standing);
        all.addAll(scopes);
        return new Subject(educationId, affiliatedWith, responsibleInstitution, Set.copyOf(all));
    }

    /** For what is the institution's own business and about no person: the institution's scopes cover it as well. */
    public static Subject ofInstitutionsOwn(String code) {
        return new Subject(INSTITUTION + code, Set.of(code), code);
    }

    public boolean isPerson() {
        return !educationId.startsWith(INSTITUTION);
    }
}
