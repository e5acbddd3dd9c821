package dev.kapu.registry.registration;

import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.affiliation.Plausibility;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.InstitutionStore;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.person.PersonRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Checks of a registration, by the institution master as it stands. */
@Component
class RegistrationRules {
    private final InstitutionStore institutions;
    private final Plausibility plausibility;
    private final Today today;

    RegistrationRules(InstitutionStore institutions, Plausibility plausibility, Today today) {
        this.institutions = institutions;
        this.plausibility = plausibility;
        this.today = today;
    }

    /** For one request or one batch: asks the master once for each institution. */
    Once once() {
        var known = new HashMap<InstitutionCode, Optional<Institution>>();
        var sites = new HashMap<InstitutionCode, List<Site>>();
        var day = today.date();
        var rules = new AffiliationRules(
                code -> known.computeIfAbsent(code, institutions::find),
                code -> sites.computeIfAbsent(code, institutions::sites),
                plausibility,
                day);
        return entry -> {
            var findings = new ArrayList<>(PersonRules.of(entry.person(), day));
            var affiliation = entry.affiliation();
            if (affiliation != null) {
                rules.of(affiliation, entry.person().birthDate()).stream()
                        .map(finding -> new Finding("affiliation." + finding.field(), finding.fault()))
                        .forEach(findings::add);
            }
            return findings;
        };
    }

    /**
     * Within a transaction: what is checked stays so until it ends, as far as an institution's kind decides (K6).
     *
     * @throws FaultException with the first finding
     */
    void require(List<Registrations.Entry> entries) {
        institutions.keepKinds(entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.affiliation()))
                .map(NewAffiliation::institution)
                .toList());
        var once = once();
        for (var entry : entries) {
            Finding.requireNone(once.check(entry).stream());
        }
    }

    /** See {@link #once}. */
    interface Once {
        List<Finding> check(Registrations.Entry entry);
    }
}
