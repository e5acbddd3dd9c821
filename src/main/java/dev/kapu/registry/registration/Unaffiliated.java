package dev.kapu.registry.registration;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.scope.Subject;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who was registered without an affiliation (K3, K14) concerns no institution, only the system that asked for the ID. */
@Component
public class Unaffiliated {
    private final Standings standings;
    private final ApplicationEventPublisher events;
    private final Today today;

    Unaffiliated(Standings standings, ApplicationEventPublisher events, Today today) {
        this.standings = standings;
        this.events = events;
        this.today = today;
    }

    /**
     * Publishes {@link PersonRegistered} within the transaction of the registration. For whoever asked for it, once it
     * keeps the ID: the event says in which scopes the person stands, and is for those only.
     */
    public void tell(EducationId newcomer) {
        events.publishEvent(new PersonRegistered(
                UUID.randomUUID(),
                today.instant(),
                new Subject(newcomer.text(), Set.of(), null, standings.of(newcomer)),
                "",
                null,
                null,
                null));
    }
}
