package dev.kapu.registry.movement;

import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationChangeStore;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.History;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.registry.responsibility.Responsibilities;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The start of an affiliation, however it came about: written, settled who answers (K5), and told. */
@Component
class Starts {
    private final AffiliationStore affiliations;
    private final AffiliationChangeStore changes;
    private final InstitutionStore institutions;
    private final StartRules rules;
    private final Responsibilities responsibilities;
    private final History history;
    private final StartNews news;
    private final RegistryProperties properties;
    private final Today today;

    Starts(
            AffiliationStore affiliations,
            AffiliationChangeStore changes,
            InstitutionStore institutions,
            StartRules rules,
            Responsibilities responsibilities,
            History history,
            StartNews news,
            RegistryProperties properties,
            Today today) {
        this.affiliations = affiliations;
        this.changes = changes;
        this.institutions = institutions;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.history = history;
        this.news = news;
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
        institutions.keepKinds(List.of(begin.institution()));
        var person = affiliations.personsDates(held.id());
        rules.require(begin, held, person.birthDate());
        var reEntry = held.left()
                .map(left -> ReEntry.of(left, person.lastUpdate(), held.day(), properties))
                .orElse(null);
        var started = Affiliation.of(held.id(), begin);
        changes.insert(started, today.instant(), reEntry == null ? null : reEntry.amendBy());
        history.started(started);
        var after =
                held.with(Stream.concat(held.all().stream(), Stream.of(started)).toList());
        var responsible = responsibilities.settle(before, after.all());
        var answering = responsible.institution();
        news.tell(after, started, answering);
        return new Affiliations.Started(started.answering(begin.institution().equals(answering)), responsible, reEntry);
    }
}
