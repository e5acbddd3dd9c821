package dev.kapu.registry.card;

import dev.kapu.registry.Today;
import dev.kapu.registry.history.History;
import dev.kapu.registry.history.HistoryEntry.Kind;
import dev.kapu.scope.Subject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Each step in the fate of a card: written into its holder's history, and told to those who wait for it. Within the
 * transaction of the step.
 */
@Component
public class CardNews {
    private final History history;
    private final CardInstitutions institutions;
    private final ApplicationEventPublisher events;
    private final Today today;

    CardNews(History history, CardInstitutions institutions, ApplicationEventPublisher events, Today today) {
        this.history = history;
        this.institutions = institutions;
        this.events = events;
        this.today = today;
    }

    void requested(CardRequest request) {
        history.add(new History.Change(request.educationId(), Kind.CARD_REQUESTED, Map.of(), request.facts()));
        events.publishEvent(new CardRequested(
                UUID.randomUUID(),
                today.instant(),
                subject(request),
                request.institution().text(),
                request.site().text(),
                request.id(),
                request.cardType()));
    }

    void issued(CardRequest before, CardRequest.Issue issue) {
        changed(Kind.CARD_ISSUED, before, before.issued(issue));
        events.publishEvent(new CardIssued(
                UUID.randomUUID(),
                today.instant(),
                subject(before),
                before.institution().text(),
                before.id(),
                issue));
    }

    void refused(CardRequest before) {
        changed(Kind.CARD_REFUSED, before, before.refused());
        events.publishEvent(new CardRequestRefused(
                UUID.randomUUID(),
                today.instant(),
                subject(before),
                before.institution().text(),
                before.id(),
                before.cardType()));
    }

    /** @param before the card as it was issued */
    public void withdrawn(CardRequest before, CardRequest.Withdrawal withdrawal) {
        changed(Kind.CARD_WITHDRAWN, before, before.withdrawn(withdrawal));
        events.publishEvent(new CardWithdrawn(
                UUID.randomUUID(),
                today.instant(),
                new Subject(before.educationId().text(), institutions.concerned(before, today.date()), null),
                before.institution().text(),
                Objects.requireNonNull(before.issue()).cardNumber().text(),
                withdrawal.withdrawnOn(),
                withdrawal.reason(),
                null));
    }

    /** Into the history only. */
    public void validated(CardRequest before, LocalDate day, LocalDate validUntil) {
        var after = before.facts();
        after.put("validUntil", validUntil.toString());
        after.put("validatedOn", day.toString());
        changed(Kind.CARD_VALIDATED, before, after);
    }

    private void changed(Kind kind, CardRequest before, CardRequest after) {
        changed(kind, before, after.facts());
    }

    private void changed(Kind kind, CardRequest before, Map<String, String> after) {
        var change = new History.Change(before.educationId(), kind, before.facts(), after);
        change.after().put("cardRequestId", before.id().toString());
        history.add(change);
    }

    private static Subject subject(CardRequest request) {
        return new Subject(
                request.educationId().text(), Set.of(request.institution().text()), null);
    }
}
