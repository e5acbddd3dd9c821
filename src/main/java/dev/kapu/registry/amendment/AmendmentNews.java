package dev.kapu.registry.amendment;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.registration.Standings;
import dev.kapu.scope.Scope;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The events that tell of an amendment: whom the one concerns does not learn of the other. */
@Component
class AmendmentNews {
    /** By which a card, a certificate or a register names a person. */
    private static final Set<String> WHO_IT_IS = Set.of("name", "birthName", "motherName", "birthPlace", "birthDate");

    private final Standings standings;
    private final ApplicationEventPublisher events;
    private final Today today;

    AmendmentNews(Standings standings, ApplicationEventPublisher events, Today today) {
        this.standings = standings;
        this.events = events;
        this.today = today;
    }

    /** @param fields all that have really changed */
    void tell(Amendment amendment, HeldAffiliations held, Set<String> fields, AffiliationChanges.Change ofAffiliation) {
        var own = ofAffiliation.fields();
        var personal = new TreeSet<>(fields);
        personal.removeAll(own);
        if (!personal.isEmpty()) {
            events.publishEvent(
                    PersonAmended.of(held, today.instant(), amendment, personal, keepers(held.id(), personal)));
        }
        var institution = ofAffiliation.which().get("institutionCode");
        if (!own.isEmpty() && institution != null) {
            events.publishEvent(PersonAmended.at(institution, held, today.instant(), amendment, own));
        }
    }

    private Set<Scope> keepers(EducationId id, Set<String> changed) {
        return Collections.disjoint(changed, WHO_IT_IS) ? Set.of() : standings.of(id);
    }
}
