package dev.kapu.registry.movement;

import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.WaitingCards;
import dev.kapu.registry.responsibility.Responsibilities;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What follows when another start is put in the place of a wrong one: cards (K23), who answers (K5), and the events. */
@Component
class CorrectedStarts {
    private final Ends ends;
    private final WaitingCards cards;
    private final StartNews news;
    private final Responsibilities responsibilities;

    CorrectedStarts(Ends ends, WaitingCards cards, StartNews news, Responsibilities responsibilities) {
        this.ends = ends;
        this.cards = cards;
        this.news = news;
        this.responsibilities = responsibilities;
    }

    /** @param held as the person was with the wrong one */
    Affiliations.Started settle(HeldAffiliations held, Affiliation old, Affiliation corrected) {
        var after = held.with(Stream.concat(held.without(old).all().stream(), Stream.of(corrected))
                .toList());
        if (old.endDate() == null && old.type().card() != corrected.type().card()) {
            ends.tell(held, old, held.day(), after.all());
        }
        cards.settle(held.id(), old.institution(), after.all());
        news.tellNever(held, old);
        var responsible = responsibilities.settle(held, after.all());
        news.tell(after, corrected, responsible.institution());
        if (corrected.endDate() != null) {
            ends.tell(after, corrected, corrected.endDate(), after.all());
        }
        var answers = corrected.institution().equals(responsible.institution());
        return new Affiliations.Started(corrected.answering(answers), responsible, null);
    }
}
