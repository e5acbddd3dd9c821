package dev.kapu.registry.registration;

import dev.kapu.registry.Today;
import dev.kapu.scope.Subject;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The event that tells that two persons are one. */
@Component
class MergerNews {
    private final Standings standings;
    private final ApplicationEventPublisher events;
    private final Today today;

    MergerNews(Standings standings, ApplicationEventPublisher events, Today today) {
        this.standings = standings;
        this.events = events;
        this.today = today;
    }

    /**
     * By now the two are one, and stand where either stood.
     *
     * @param concerned institutions, by either of the two
     */
    void tell(Merger done, Set<String> concerned) {
        var survivor = done.survivor();
        events.publishEvent(new PersonsMerged(
                UUID.randomUUID(),
                today.instant(),
                new Subject(
                        survivor.text(), concerned, done.kept().affiliations().responsible(), standings.of(survivor)),
                done.retired().text(),
                survivor.text()));
    }
}
