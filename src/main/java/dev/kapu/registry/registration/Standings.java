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
    private final PresentIds ids;

    Standings(List<Standing> all, PresentIds ids) {
        this.all = all;
        this.ids = ids;
    }

    public Set<Scope> of(EducationId present) {
        var every = ids.all(present);
        return all.stream().flatMap(standing -> standing.of(every).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
