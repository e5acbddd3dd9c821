package dev.kapu.registry.participation;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.registration.Standing;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** While a procedure runs, whoever runs it keeps the IDs of those who take part. */
@Component
class ParticipationStanding implements Standing {
    private final ParticipationStore store;
    private final Today today;

    ParticipationStanding(ParticipationStore store, Today today) {
        this.store = store;
        this.today = today;
    }

    @Override
    public Set<Scope> of(List<EducationId> all) {
        return store.running(all, today.date()).stream().map(Procedure::scope).collect(Collectors.toSet());
    }
}
