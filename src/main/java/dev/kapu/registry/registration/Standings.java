package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** In which scopes a person stands, over all that keep IDs for a partner (ADR 36). */
@Component
public class Standings {
    private final List<Standing> all;

    Standings(List<Standing> all) {
        this.all = all;
    }

    /** @param ids all of one person, the retired ones as well */
    public Set<Scope> of(List<EducationId> ids) {
        return all.stream().flatMap(standing -> standing.of(ids).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
