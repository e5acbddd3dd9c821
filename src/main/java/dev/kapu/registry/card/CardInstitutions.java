package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which institutions a card concerns: it goes along when its holder moves, and who was left long ago hears no more (K21). */
@Component
public class CardInstitutions {
    private final AffiliationStore affiliations;

    CardInstitutions(AffiliationStore affiliations) {
        this.affiliations = affiliations;
    }

    /**
     * Where the holder is entitled to such a card on the day; if nowhere, where they were last.
     *
     * @param issuing through which the card was issued; it remains if nothing ever entitled to the card
     */
    public Set<String> entitling(EducationId holder, CardType type, String issuing, LocalDate day) {
        return entitling(held(holder, day), type, issuing, day);
    }

    /** Those, and the issuing one while the holder is with it in any way: it keeps the card's number. */
    Set<String> concerned(CardRequest card, LocalDate day) {
        var held = held(card.educationId(), day);
        var issuing = card.institution().text();
        var concerned = new HashSet<>(entitling(held, card.cardType(), issuing, day));
        concerned.addAll(
                codes(held, one -> one.isOpenOn(day) && one.institution().equals(card.institution())));
        return Set.copyOf(concerned);
    }

    private static Set<String> entitling(List<Affiliation> held, CardType type, String issuing, LocalDate day) {
        var entitling = codes(held, one -> one.isOpenOn(day) && one.type().card() == type);
        if (!entitling.isEmpty()) {
            return entitling;
        }
        var last = held.stream()
                .filter(one -> one.type().card() == type)
                .map(Affiliation::endDate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return last.map(end -> codes(held, one -> one.type().card() == type && end.equals(one.endDate())))
                .orElse(Set.of(issuing));
    }

    private List<Affiliation> held(EducationId holder, LocalDate day) {
        return affiliations.of(holder, HeldAffiliations.EVERYONE, day);
    }

    private static Set<String> codes(List<Affiliation> held, Predicate<Affiliation> which) {
        return held.stream().filter(which).map(one -> one.institution().text()).collect(Collectors.toUnmodifiableSet());
    }
}
