package dev.kapu.registry.movement;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.History;
import dev.kapu.registry.responsibility.Responsibilities;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The start of an affiliation, however it came about: written, settled who answers (K5), and told. */
@Component
class Starts {
    private final AffiliationStore affiliations;
    private final AffiliationChangeStore changes;
    private final StartRules rules;
    private final Responsibilities responsibilities;
    private final History history;
    private final ApplicationEventPublisher events;
    private final RegistryProperties properties;
    private final Today today;

    Starts(
            AffiliationStore affiliations,
            AffiliationChangeStore changes,
            StartRules rules,
            Responsibilities responsibilities,
            History history,
            ApplicationEventPublisher events,
            RegistryProperties properties,
            Today today) {
        this.affiliations = affiliations;
        this.changes = changes;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.history = history;
        this.events = events;
        this.properties = properties;
        this.today = today;
    }

    /**
     * Within the caller's transaction.
     *
     * @param before as the person was when locked; {@code held} may be further on
     * @throws dev.kapu.fault.FaultException as {@link StartRules#require}
     */
    Affiliations.Started begin(HeldAffiliations before, HeldAffiliations held, NewAffiliation begin) {
        var person = affiliations.personsDates(held.id());
        rules.require(begin, held, person.birthDate());
        var reEntry = held.left()
                .map(left -> ReEntry.of(left, person.lastUpdate(), held.day(), properties))
                .orElse(null);
        var started = Affiliation.of(held.id(), begin);
        var now = today.instant();
        changes.insert(started, now, reEntry == null ? null : reEntry.amendBy());
        history.started(started);
        var after =
                held.with(Stream.concat(held.all().stream(), Stream.of(started)).toList());
        var responsible = responsibilities.settle(before, after.all());
        var answering = responsible.institution();
        events.publishEvent(new AffiliationStarted(
                UUID.randomUUID(),
                now,
                after.subject(answering == null ? null : answering.text())
                        .and(Stream.of(begin.institution(), answering)
                                .filter(Objects::nonNull)
                                .map(InstitutionCode::text)
                                .toList()),
                begin.institution().text(),
                begin.site().text(),
                begin.type().word(),
                begin.startDate()));
        return new Affiliations.Started(started.answering(begin.institution().equals(answering)), responsible, reEntry);
    }
}
