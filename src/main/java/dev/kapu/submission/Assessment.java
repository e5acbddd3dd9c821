package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.amendment.AmendmentChecks;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong with entries by themselves, some hundred at a time. */
@Component
class Assessment {
    private final Registrations registrations;
    private final AmendmentChecks amendments;

    Assessment(Registrations registrations, AmendmentChecks amendments) {
        this.registrations = registrations;
        this.amendments = amendments;
    }

    /** @return for each a refusal with findings, or pending */
    List<Verdict> check(Order order, List<? extends Entry> entries) {
        return switch (order.form().purpose()) {
            case REGISTRATION -> checked(order, all(Entry.Registration.class, entries));
            case AMENDMENT -> changes(order, entries);
            case AFFILIATION ->
                entries.stream().map(entry -> verdict(findings(order, entry))).toList();
        };
    }

    private List<Verdict> changes(Order order, List<? extends Entry> entries) {
        var changes = entries.stream()
                .filter(Entry.Change.class::isInstance)
                .map(entry -> ((Entry.Change) entry).amendment())
                .toList();
        var found = amendments
                .checkAll(order.institution(), order.form().role() == Role.STUDENT, changes)
                .iterator();
        return entries.stream()
                .map(entry -> verdict(entry instanceof Entry.Change ? found.next() : findings(order, entry)))
                .toList();
    }

    private List<Finding> findings(Order order, Entry entry) {
        if (entry instanceof Entry.Misaddressed) {
            return List.of(new Finding("educationId", Fault.EDUCATION_ID_INVALID));
        }
        if (entry instanceof Entry.Movement movement && order.form().purpose() == Purpose.AFFILIATION) {
            return role(order, movement.report().type(), "type").stream()
                    .map(finding -> MovementFields.of(movement.report(), finding))
                    .toList();
        }
        throw new FaultException(Fault.INVALID, "entry");
    }

    private List<Verdict> checked(Order order, List<Entry.Registration> entries) {
        var findings = registrations.checkAll(entries.stream()
                .map(entry -> new Registrations.Entry(entry.person(), entry.affiliation()))
                .toList());
        return IntStream.range(0, entries.size())
                .mapToObj(i -> verdict(Stream.concat(role(order, entries.get(i)).stream(), findings.get(i).stream())
                        .toList()))
                .toList();
    }

    private static Optional<Finding> role(Order order, Entry.Registration entry) {
        if (!entry.affiliation().institution().equals(order.institution())) {
            throw new FaultException(Fault.INVALID, "institutionCode");
        }
        return role(order, entry.affiliation().type(), "affiliation.type");
    }

    private static Optional<Finding> role(Order order, AffiliationType type, String field) {
        return (type.isStudents() ? Role.STUDENT : Role.STAFF) == order.form().role()
                ? Optional.empty()
                : Optional.of(new Finding(field, Fault.ROLE_MISMATCH));
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.isEmpty() ? Verdict.PENDING : Verdict.refused(findings);
    }

    private static <T extends Entry> List<T> all(Class<T> type, List<? extends Entry> entries) {
        if (!entries.stream().allMatch(type::isInstance)) {
            throw new FaultException(Fault.INVALID, "entry");
        }
        return entries.stream().map(type::cast).toList();
    }
}
