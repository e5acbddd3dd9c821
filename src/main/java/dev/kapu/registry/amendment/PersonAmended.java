package dev.kapu.registry.amendment;

import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.amendment.Amendment.Reason;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Published as a Spring event inside the transaction that amends a person; whoever listens joins that transaction. It
 * names the fields and not their values: who may have those asks for them.
 *
 * @param subject of who the person is, by name or birth, also in which scopes the person stands: whoever keeps that for
 *     years has to ask anew (ADR 44)
 * @param institutionCode which answers for the data; empty if none does
 * @param institutions that have to know: of the person's own data all with which an affiliation is open, of an affiliation's
 *     the one with which it is; and the one that answers; if there is none, one without a code, for those who hear of it
 *     whatever the institution
 * @param reason as contracts write it
 */
public record PersonAmended(
        UUID eventId,
        Instant occurredAt,
        Subject subject,
        String institutionCode,
        List<String> institutions,
        String reason,
        LocalDate changedOn,
        Set<String> changedFields)
        implements RegistryEvent {

    /** Data of the person; whoever is entitled to them in one of the scopes hears of it, too. */
    static PersonAmended of(
            HeldAffiliations held, Instant now, Amendment amendment, Set<String> fields, Set<Scope> standing) {
        return now(held.subject().in(standing), now, amendment.reason(), amendment.changedOn(), fields);
    }

    /** Data of their affiliation with the institution. */
    static PersonAmended at(
            String institution, HeldAffiliations held, Instant now, Amendment amendment, Set<String> fields) {
        return at(institution, held, now, amendment.reason(), amendment.changedOn(), fields);
    }

    /** Data of their affiliation with the institution, whether it is open or not. */
    public static PersonAmended at(
            String institution,
            HeldAffiliations held,
            Instant now,
            Reason reason,
            LocalDate changedOn,
            Set<String> fields) {
        var concerned = new Subject(held.id().text(), Set.of(institution), held.responsible());
        var told = now(concerned, now, reason, changedOn, fields);
        return new PersonAmended(
                told.eventId(),
                now,
                held.subject().and(List.of(institution)),
                told.institutionCode(),
                told.institutions(),
                told.reason(),
                changedOn,
                fields);
    }

    private static PersonAmended now(
            Subject subject, Instant now, Reason reason, LocalDate changedOn, Set<String> fields) {
        var answering = subject.responsibleInstitution();
        var concerned = new TreeSet<>(subject.affiliatedWith());
        if (answering != null) {
            concerned.add(answering);
        }
        return new PersonAmended(
                UUID.randomUUID(),
                now,
                subject,
                answering == null ? "" : answering,
                concerned.isEmpty() ? List.of("") : List.copyOf(concerned),
                reason.name().toLowerCase(Locale.ROOT),
                changedOn,
                fields);
    }
}
