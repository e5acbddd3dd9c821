package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong with entries, some hundred at a time, before anything takes effect. */
@Component
class Assessment {
    private final Registrations registrations;
    private final Amendments amendments;

    Assessment(Registrations registrations, Amendments amendments) {
        this.registrations = registrations;
        this.amendments = amendments;
    }

    /** @return for each a refusal with findings, or pending */
    List<Verdict> check(Order order, List<? extends Entry> entries) {
        return switch (order.form().purpose()) {
            case REGISTRATION -> checked(order, all(Entry.Registration.class, entries));
            case AMENDMENT ->
                amendments
                        .checkAll(
                                order.institution(),
                                order.form().role() == Role.STUDENT,
                                all(Entry.Change.class, entries).stream()
                                        .map(Entry.Change::amendment)
                                        .toList())
                        .stream()
                        .map(Assessment::verdict)
                        .toList();
            case AFFILIATION -> throw new FaultException(Fault.INVALID, "entry");
        };
    }

    /** As {@link #check}, and whether exactly this person is held already (W4); a near match is left to acceptance. */
    List<Verdict> foresee(Order order, List<? extends Entry> entries) {
        var verdicts = new ArrayList<>(check(order, entries));
        var good = IntStream.range(0, entries.size())
                .filter(i -> verdicts.get(i).outcome() == Outcome.PENDING)
                .filter(i -> entries.get(i) instanceof Entry.Registration)
                .boxed()
                .toList();
        var foreseen = registrations.foreseeAll(
                good.stream().map(i -> person(entries.get(i))).toList());
        for (int n = 0; n < good.size(); n++) {
            if (foreseen.get(n).orElse(null) instanceof RegistrationOutcome.AlreadyRegistered) {
                verdicts.set(good.get(n), Verdict.ALREADY_REGISTERED);
            }
        }
        return verdicts;
    }

    private List<Verdict> checked(Order order, List<Entry.Registration> entries) {
        var findings = registrations.checkAll(entries.stream()
                .map(entry -> new Registrations.Entry(entry.person(), entry.affiliation()))
                .toList());
        return IntStream.range(0, entries.size())
                .mapToObj(i -> verdict(Stream.concat(
                                role(order, entries.get(i).affiliation()).stream(), findings.get(i).stream())
                        .toList()))
                .toList();
    }

    private static Optional<Finding> role(Order order, NewAffiliation affiliation) {
        if (!affiliation.institution().equals(order.institution())) {
            throw new FaultException(Fault.INVALID, "institutionCode");
        }
        return roleOf(affiliation.type()) == order.form().role()
                ? Optional.empty()
                : Optional.of(new Finding("affiliation.type", Fault.ROLE_MISMATCH));
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.isEmpty() ? Verdict.PENDING : Verdict.refused(findings);
    }

    private static NewPerson person(Entry entry) {
        return ((Entry.Registration) entry).person();
    }

    private static <T extends Entry> List<T> all(Class<T> type, List<? extends Entry> entries) {
        if (!entries.stream().allMatch(type::isInstance)) {
            throw new FaultException(Fault.INVALID, "entry");
        }
        return entries.stream().map(type::cast).toList();
    }

    private static Role roleOf(AffiliationType type) {
        return switch (type) {
            case COMPULSORY_STUDENT, STUDENT, DORMITORY, APPRENTICESHIP -> Role.STUDENT;
            case MAIN_EMPLOYMENT, SECONDARY_EMPLOYMENT, HOURLY_PAID -> Role.STAFF;
        };
    }
}
