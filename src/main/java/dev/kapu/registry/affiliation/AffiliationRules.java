package dev.kapu.registry.affiliation;

import static dev.kapu.registry.institution.Institution.Kind.ARTS;
import static dev.kapu.registry.institution.Institution.Kind.DORMITORY;
import static dev.kapu.registry.institution.Institution.Kind.KINDERGARTEN;
import static dev.kapu.registry.institution.Institution.Kind.VOCATIONAL;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.person.FieldRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What can be wrong with an affiliation that is reported, seen with the institution master (K6, K8). */
public final class AffiliationRules {
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);
    private static final Pattern GRADE = Pattern.compile("[\\p{IsLatin}0-9 ./-]{1,20}");

    private final Function<InstitutionCode, Optional<Institution.Kind>> kinds;
    private final Function<InstitutionCode, List<Site>> sites;
    private final LocalDate today;

    /** @param sites of an institution; empty if there is none */
    public AffiliationRules(
            Function<InstitutionCode, Optional<Institution.Kind>> kinds,
            Function<InstitutionCode, List<Site>> sites,
            LocalDate today) {
        this.kinds = kinds;
        this.sites = sites;
        this.today = today;
    }

    /** @param born the person's birth date */
    public List<Finding> of(NewAffiliation affiliation, LocalDate born) {
        var findings = new ArrayList<Finding>();
        var kind = kinds.apply(affiliation.institution());
        if (kind.isEmpty()) {
            findings.add(new Finding("affiliation.institutionCode", Fault.INSTITUTION_NOT_FOUND));
        } else if (sites.apply(affiliation.institution()).stream()
                .noneMatch(site -> site.active() && site.serial().equals(affiliation.site()))) {
            findings.add(new Finding("affiliation.siteSerial", Fault.SITE_NOT_FOUND));
        }
        if (kind.isPresent() && !canBe(affiliation.type(), kind.get())) {
            findings.add(new Finding("affiliation.type", Fault.AFFILIATION_TYPE_REFUSED));
        }
        if (affiliation.startDate().isAfter(today) || affiliation.startDate().isBefore(born)) {
            findings.add(new Finding("affiliation.startDate", Fault.AFFILIATION_DATE_INVALID));
        }
        if (affiliation.weeklyHours().signum() < 0
                || affiliation.weeklyHours().compareTo(WEEK) > 0
                || affiliation.weeklyHours().stripTrailingZeros().scale() > 2) {
            findings.add(new Finding("affiliation.weeklyHours", Fault.HOURS_INVALID));
        }
        boolean student = affiliation.type().isStudents();
        if (affiliation.grade() != null
                && (!student || !GRADE.matcher(affiliation.grade()).matches())) {
            findings.add(new Finding("affiliation.grade", Fault.TEXT_INVALID));
        }
        if (affiliation.post() != null && (student || !FieldRules.isPost(affiliation.post()))) {
            findings.add(new Finding("affiliation.post", Fault.TEXT_INVALID));
        }
        return findings;
    }

    /**
     * K6, K7, W4: compulsory schooling is not fulfilled in a dormitory or an arts school, so neither can make itself
     * responsible by claiming it. Staff work everywhere.
     */
    public static boolean canBe(AffiliationType type, Institution.Kind kind) {
        return switch (type) {
            case COMPULSORY_STUDENT -> kind != KINDERGARTEN && kind != DORMITORY && kind != ARTS;
            case STUDENT -> kind != KINDERGARTEN && kind != DORMITORY;
            case DORMITORY -> kind != KINDERGARTEN && kind != ARTS;
            case APPRENTICESHIP -> kind == VOCATIONAL;
            case MAIN_EMPLOYMENT, SECONDARY_EMPLOYMENT, HOURLY_PAID -> true;
        };
    }
}
