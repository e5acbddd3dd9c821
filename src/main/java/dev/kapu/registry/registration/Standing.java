package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;

/**
 * In which scopes a person stands whatever the institution. Whoever keeps IDs for a partner implements it, so that the
 * partner learns under which ID the person is held (K1), and when to ask for the name anew.
 */
public interface Standing {
    /** @param all IDs of one person, the retired ones as well */
    Set<Scope> of(List<EducationId> all);
}
