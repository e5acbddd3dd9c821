package dev.kapu.registry.movement;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Finding;
import dev.kapu.registry.RegistryProperties;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationRules;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.institution.InstitutionStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a new affiliation must keep to. */
@Component
class StartRules {
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);

    private final InstitutionStore institutions;
    private final RegistryProperties properties;
    private final Today today;

    StartRules(InstitutionStore institutions, RegistryProperties properties, Today today) {
        this.institutions = institutions;
        this.properties = properties;
        this.today = today;
    }

    /** What is wrong with it by itself; the fields are named as in the contract. */
    List<Finding> check(NewAffiliation begin) {
        var wrong = new ArrayList<Finding>();
        var institution = institutions.find(begin.institution());
        if (institution.isEmpty()) {
            wrong.add(new Finding("institutionCode", Fault.INSTITUTION_NOT_FOUND));
        } else if (!institution.get().active()) {
            wrong.add(new Finding("institutionCode", Fault.INSTITUTION_CLOSED));
        } else if (institutions.sites(begin.institution()).stream()
                .noneMatch(site -> site.active() && site.serial().equals(begin.site()))) {
            wrong.add(new Finding("siteSerial", Fault.SITE_NOT_FOUND));
        }
        institution
                .filter(held -> !AffiliationRules.canBe(begin.type(), held.kind()))
                .ifPresent(held -> wrong.add(new Finding("type", Fault.AFFILIATION_TYPE_REFUSED)));
        if (begin.startDate().isAfter(today.date().plusDays(properties.announceDays()))) {
            wrong.add(new Finding("startDate", Fault.AFFILIATION_DATE_INVALID));
        }
        if (begin.weeklyHours().signum() < 0 || begin.weeklyHours().compareTo(WEEK) > 0) {
            wrong.add(new Finding("weeklyHours", Fault.HOURS_INVALID));
        }
        if (begin.type().isStudents() && begin.post() != null) {
            wrong.add(new Finding("post", Fault.AFFILIATION_ROLE));
        }
        if (!begin.type().isStudents() && begin.grade() != null) {
            wrong.add(new Finding("grade", Fault.AFFILIATION_ROLE));
        }
        return wrong;
    }

    /**
     * Whether it may stand beside what the person holds. The same type at the same institution does not overlap (K6).
     * Compulsory schooling and main employment are at one institution at a time: another takes them over only once they
     * have ended (K14).
     *
     * @throws FaultException with the first thing that is wrong
     */
    void require(NewAffiliation begin, HeldAffiliations held, LocalDate birthDate) {
        check(begin).stream().findFirst().ifPresent(wrong -> {
            throw new FaultException(wrong.fault(), wrong.field());
        });
        if (begin.startDate().isBefore(birthDate)) {
            throw new FaultException(Fault.AFFILIATION_DATE_INVALID, "startDate");
        }
        for (var other : held.all()) {
            if (other.type() == begin.type()) {
                if (other.institution().equals(begin.institution())) {
                    requireAfterwards(begin, other);
                } else if (begin.type().isAtOneInstitution()) {
                    requireFree(begin, other);
                }
            }
        }
    }

    private static void requireAfterwards(NewAffiliation begin, Affiliation other) {
        if (other.endDate() == null) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS);
        }
        if (!begin.startDate().isAfter(other.endDate())) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS, "startDate");
        }
    }

    /** The last day here may be the first day there. */
    private static void requireFree(NewAffiliation begin, Affiliation other) {
        if (other.endDate() == null) {
            throw new FaultException(Fault.AFFILIATION_HELD_ELSEWHERE);
        }
        if (begin.startDate().isBefore(other.endDate())) {
            throw new FaultException(Fault.AFFILIATION_OVERLAPS, "startDate");
        }
    }
}
