package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.Affiliation;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Card requests that wait when an affiliation ends or is taken back (K23). */
@Component
public class WaitingCards {
    private final CardStore store;
    private final CardNews news;

    WaitingCards(CardStore store, CardNews news) {
        this.store = store;
        this.news = news;
    }

    /**
     * Refuses, within the caller's transaction, those to whose kind of card no affiliation with the institution entitles
     * any more.
     *
     * @param after all affiliations as they will be
     */
    public void settle(EducationId holder, InstitutionCode institution, Collection<Affiliation> after) {
        var entitled = after.stream()
                .filter(held -> held.endDate() == null && held.institution().equals(institution))
                .map(held -> held.type().card())
                .collect(Collectors.toUnmodifiableSet());
        store.waiting(holder, institution).stream()
                .filter(request -> !entitled.contains(request.cardType()))
                .forEach(request -> {
                    store.refuse(request.id());
                    news.refused(request);
                });
    }
}
