package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.AffiliationType;
import dev.kapu.registry.Amendments;
import dev.kapu.registry.Finding;
import dev.kapu.registry.RegistrationOutcome;
import dev.kapu.registry.Registrations;
import dev.kapu.submission.StoredEntry.Verdict;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** What is wrong with an entry, before anything takes effect. */
@Component
class Assessment {
    private final Registrations registrations;
    private final Amendments amendments;

    Assessment(Registrations registrations, Amendments amendments) {
        this.registrations = registrations;
        this.amendments = amendments;
    }

    /** @return a refusal with findings, or pending */
    Verdict check(Order order, Entry entry) {
        var findings = new ArrayList<Finding>();
        if (entry instanceof Entry.Registration registration) {
            requirePurpose(order, Purpose.REGISTRATION);
            var affiliation = registration.affiliation();
            if (!affiliation.institution().equals(order.institution())) {
                throw new FaultException(Fault.INVALID, "institutionCode");
            }
            if (roleOf(affiliation.type()) != order.form().role()) {
                findings.add(new Finding("affiliation.type", Fault.ROLE_MISMATCH));
            }
            findings.addAll(registrations.check(registration.person(), affiliation));
        } else if (entry instanceof Entry.Change change) {
            requirePurpose(order, Purpose.AMENDMENT);
            findings.addAll(amendments.check(change.amendment()));
        }
        return findings.isEmpty() ? Verdict.PENDING : Verdict.refused(findings);
    }

    /** As {@link #check}, and whether exactly this person is held already (W4); a near match is left to acceptance. */
    Verdict foresee(Order order, Entry entry) {
        var checked = check(order, entry);
        boolean known = checked.outcome() == Outcome.PENDING
                && entry instanceof Entry.Registration registration
                && registrations
                        .foresee(registration.person())
                        .filter(RegistrationOutcome.AlreadyRegistered.class::isInstance)
                        .isPresent();
        return known ? Verdict.ALREADY_REGISTERED : checked;
    }

    private static void requirePurpose(Order order, Purpose purpose) {
        if (order.form().purpose() != purpose) {
            throw new FaultException(Fault.INVALID, "entry");
        }
    }

    private static Role roleOf(AffiliationType type) {
        return switch (type) {
            case COMPULSORY_STUDENT, STUDENT, DORMITORY, APPRENTICESHIP -> Role.STUDENT;
            case MAIN_EMPLOYMENT, SECONDARY_EMPLOYMENT, HOURLY_PAID -> Role.STAFF;
        };
    }
}
