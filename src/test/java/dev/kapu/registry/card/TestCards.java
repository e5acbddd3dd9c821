package dev.kapu.registry.card;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.card.CardRequest.Issue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Cards of persons of {@code TestRegistry}. */
public record TestCards(Cards cards) {
    public CardNumber issued(EducationId holder, InstitutionCode through, CardType type) {
        return issued(holder, through, type, TODAY.plusDays(10));
    }

    /** @param until the last valid day that the card office reports */
    public CardNumber issued(EducationId holder, InstitutionCode through, CardType type, LocalDate until) {
        var number = number();
        cards.issue(requested(holder, through, type).id(), new Issue(number, TODAY, until), HeldAffiliations.EVERYONE);
        return number;
    }

    public CardRequest requested(EducationId holder, InstitutionCode through, CardType type) {
        return cards.request(
                new Cards.Order(holder, through, new SiteSerial("001"), "Győr", type),
                "school-program",
                HeldAffiliations.EVERYONE);
    }

    public static void decideWaiting(ApplicationContext hub) {
        hub.getBean(GroundlessRequests.class).decide();
    }

    public CardRequest held(CardNumber card) {
        return cards.find(card, HeldAffiliations.EVERYONE).orElseThrow();
    }

    public static CardNumber number() {
        return new CardNumber(
                UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT));
    }
}
