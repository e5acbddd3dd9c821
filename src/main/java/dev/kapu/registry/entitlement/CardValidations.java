package dev.kapu.registry.entitlement;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationStore;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardNews;
import dev.kapu.registry.card.CardNumber;
import dev.kapu.registry.card.CardRequest;
import dev.kapu.registry.card.CardState;
import dev.kapu.registry.card.CardYear;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.reach.ScopeCondition;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Institutions validate the cards of their people each year. */
@Component
public class CardValidations {
    private static final Comparator<CardRequest> HOLDER =
            Comparator.comparing(card -> card.educationId().number());

    private final Cards cards;
    private final CardNews news;
    private final EntitlementStore store;
    private final AffiliationStore affiliations;
    private final ApplicationEventPublisher events;
    private final CardYear year;
    private final Today today;

    CardValidations(
            Cards cards,
            CardNews news,
            EntitlementStore store,
            AffiliationStore affiliations,
            ApplicationEventPublisher events,
            CardYear year,
            Today today) {
        this.cards = cards;
        this.news = news;
        this.store = store;
        this.affiliations = affiliations;
        this.events = events;
        this.year = year;
        this.today = today;
    }

    public enum Outcome {
        VALIDATED,
        /** Nobody holds such a card, or not somebody within reach. */
        NOT_FOUND,
        WITHDRAWN,
        /** No affiliation with the institution entitles to the card today. */
        NOT_ENTITLED
    }

    /**
     * @param holder whose card it is; null for nobody within reach
     * @param validUntil the last valid day; null unless validated
     */
    public record Validation(
            CardNumber number,
            Outcome outcome,
            @Nullable EducationId holder,
            @Nullable LocalDate validUntil) {
        /** Hazard: must not show whose it is, or it would reach a log line. */
        @Override
        public String toString() {
            return "Validation";
        }
    }

    /**
     * The first of the year says until when a card is valid, however long it was before; another changes nothing. Cards are
     * changed in the order in which all that change several do, by holder and number: two institutions with the same people
     * would otherwise wait for each other.
     *
     * @return in the order of the numbers, each once
     */
    @Transactional
    public List<Validation> validate(Collection<CardNumber> numbers, InstitutionCode institution, Reach reach) {
        var known = ScopeCondition.speaksFor(reach, institution);
        var validations = new LinkedHashMap<CardNumber, Validation>();
        var found = new ArrayList<CardRequest>();
        for (var number : new LinkedHashSet<>(numbers)) {
            validations.put(number, new Validation(number, Outcome.NOT_FOUND, null, null));
            if (known) {
                cards.find(number, reach).filter(card -> card.issue() != null).ifPresent(found::add);
            }
        }
        found.sort(HOLDER.thenComparing(card -> number(card).text()));
        found.forEach(card -> validations.put(number(card), validate(card, number(card), institution, reach)));
        return List.copyOf(validations.values());
    }

    private static CardNumber number(CardRequest card) {
        return Objects.requireNonNull(card.issue()).cardNumber();
    }

    private Validation validate(CardRequest card, CardNumber number, InstitutionCode institution, Reach reach) {
        if (card.state() != CardState.ISSUED) {
            return new Validation(number, Outcome.WITHDRAWN, card.educationId(), null);
        }
        var day = today.date();
        var held = new HeldAffiliations(
                card.educationId(), null, affiliations.of(card.educationId(), HeldAffiliations.EVERYONE, day), day);
        if (!isEntitled(card, institution, held)) {
            return new Validation(number, Outcome.NOT_ENTITLED, card.educationId(), null);
        }
        var until = year.validUntil(day);
        if (!store.validate(card.id(), year.begins(day), day, until)) {
            return asItStands(number, reach, card.educationId());
        }
        news.validated(card, day, until);
        events.publishEvent(new CardValidated(
                UUID.randomUUID(), today.instant(), held.subject(), institution.text(), number.text(), until));
        return new Validation(number, Outcome.VALIDATED, card.educationId(), until);
    }

    private Validation asItStands(CardNumber number, Reach reach, EducationId holder) {
        return cards.find(number, reach)
                .filter(now -> now.state() == CardState.ISSUED)
                .map(CardRequest::issue)
                .map(issue -> new Validation(number, Outcome.VALIDATED, holder, issue.validUntil()))
                .orElseGet(() -> new Validation(number, Outcome.WITHDRAWN, holder, null));
    }

    private static boolean isEntitled(CardRequest card, InstitutionCode institution, HeldAffiliations held) {
        return held.all().stream()
                .anyMatch(one -> one.institution().equals(institution)
                        && one.isOpenOn(held.day())
                        && one.type().card() == card.cardType());
    }
}
