package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.CardType;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Card requests that wait when an affiliation ends or is taken back (K23). */
@Component
public class WaitingCards {
    private final CardStore store;
    private final CardNews news;
    private final CardYear year;
    private final Today today;

    WaitingCards(CardStore store, CardNews news, CardYear year, Today today) {
        this.store = store;
        this.news = news;
        this.year = year;
        this.today = today;
    }

    /**
     * Within the caller's transaction, those to whose kind of card no affiliation with the institution entitles any more: of
     * students they are refused, for another institution asks for itself; of teachers if nothing entitles to them some days
     * later either (ADR 45).
     *
     * @param after all affiliations as they will be
     */
    public void settle(EducationId holder, InstitutionCode institution, Collection<Affiliation> after) {
        var day = today.date();
        for (var request : store.waiting(holder, institution)) {
            if (isEntitled(request, after)) {
                continue;
            }
            if (request.cardType() == CardType.STUDENT) {
                refuse(request);
            } else {
                store.keep(request.id(), year.keptUntil(day, day));
            }
        }
    }

    /** Some days after its ground has ended. */
    void decide(CardRequest request, Collection<Affiliation> held) {
        if (isEntitled(request, held)) {
            store.keep(request.id(), null);
        } else {
            refuse(request);
        }
    }

    private void refuse(CardRequest request) {
        if (store.refuse(request.id())) {
            news.refused(request);
        }
    }

    private static boolean isEntitled(CardRequest request, Collection<Affiliation> held) {
        return held.stream()
                .anyMatch(one -> one.endDate() == null
                        && one.institution().equals(request.institution())
                        && one.type().card() == request.cardType());
    }
}
