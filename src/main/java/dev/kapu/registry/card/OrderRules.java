package dev.kapu.registry.card;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.scope.Reach;
import org.springframework.stereotype.Component;

/** For whom an institution may ask for a card, and from where (K23, W8). */
@Component
class OrderRules {
    private final AffiliationStore affiliations;
    private final Institutions institutions;
    private final Today today;

    OrderRules(AffiliationStore affiliations, Institutions institutions, Today today) {
        this.affiliations = affiliations;
        this.institutions = institutions;
        this.today = today;
    }

    /**
     * @param holder locked
     * @throws FaultException {@code Client.Affiliation.NotFound}; {@code Client.Card.SiteMismatch}
     */
    void require(Cards.Order order, EducationId holder, Reach reach) {
        if (!ScopeCondition.speaksFor(reach, order.institution()) || !isEntitled(order, holder, reach)) {
            throw new FaultException(Fault.AFFILIATION_NOT_FOUND);
        }
        if (institutions
                .siteInSettlement(order.institution(), order.settlement(), order.site())
                .isEmpty()) {
            throw new FaultException(Fault.SITE_MISMATCH, "settlement");
        }
    }

    private boolean isEntitled(Cards.Order order, EducationId holder, Reach reach) {
        var day = today.date();
        return affiliations.of(holder, reach, day).stream()
                .anyMatch(held -> held.institution().equals(order.institution())
                        && held.isOpenOn(day)
                        && held.type().card() == order.cardType());
    }
}
