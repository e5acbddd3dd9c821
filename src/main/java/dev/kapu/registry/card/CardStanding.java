package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.registration.Standing;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The card office keeps the IDs of those for whom cards were asked for. */
@Component
public class CardStanding implements Standing {
    private final CardStore cards;

    CardStanding(CardStore cards) {
        this.cards = cards;
    }

    @Override
    public Set<Scope> of(List<EducationId> all) {
        return cards.anyOf(all) ? Set.of(Scope.CARDHOLDERS) : Set.of();
    }
}
