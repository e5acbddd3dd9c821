package dev.kapu.registry.affiliation;

import static dev.kapu.registry.institution.Institution.Kind.ARTS;
import static dev.kapu.registry.institution.Institution.Kind.DORMITORY;
import static dev.kapu.registry.institution.Institution.Kind.KINDERGARTEN;
import static dev.kapu.registry.institution.Institution.Kind.VOCATIONAL;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.institution.Institution;
import dev.kapu.registry.institution.Site;
import dev.kapu.registry.person.FieldRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What can be wrong with an affiliation that is reported, seen with the institution master (K6, K8). */
public final class AffiliationRules {
    /** A number, or a mark such as those of preparatory years; no word. */
    private static final String PART = "(?:[0-9]{1,2}\\p{IsLatin}{0,4}|\\p{IsLatin}{1,4})";

    /** With a number in it, e.g. {@code 9.a}, {@code 5/13}, {@code 9/Kny}. */
    private static final Pattern GRADE =
            Pattern.compile("(?=.*[0-9])(?=.{1,20}$)" + PART + "(?:[ ./-]{1,2}" + PART + "){0,3}\\.?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Of a technical school's years after the final examination, e.g. {@code Ksz/14}. */
    private static final int LAST_GRADE = 14;

    private final Function<InstitutionCode, Optional<Institution>> institutions;
    private final Function<InstitutionCode, List<Site>> sites;
    private final Plausibility plausibility;
    private final LocalDate latestStart;

    /** @param sites of an institution; empty if there is none */
    public AffiliationRules(
            Function<InstitutionCode, Optional<Institution>> institutions,
            Function<InstitutionCode, List<Site>> sites,
            Plausibility plausibility,
            LocalDate latestStart) {
        this.institutions = institutions;
        this.sites = sites;
        this.plausibility = plausibility;
        this.latestStart = latestStart;
    }

    /**
     * The fields are named as in the contract.
     *
     * @param born the person's birth date
     */
    public List<Finding> of(NewAffiliation affiliation, LocalDate born) {
        var findings = new ArrayList<Finding>();
        var institution = institutions.apply(affiliation.institution());
        if (institution.isEmpty()) {
            findings.add(new Finding("institutionCode", Fault.INSTITUTION_NOT_FOUND));
        } else if (!institution.get().active()) {
            findings.add(new Finding("institutionCode", Fault.INSTITUTION_CLOSED));
        } else if (!isSite(affiliation.site(), sites.apply(affiliation.institution()))) {
            findings.add(new Finding("siteSerial", Fault.SITE_NOT_FOUND));
        }
        findings.addAll(apartFromPlace(affiliation, born));
        return findings;
    }

    /** As {@link #of}, wherever it is and whether or not that is open. */
    public List<Finding> apartFromPlace(NewAffiliation affiliation, LocalDate born) {
        var findings = new ArrayList<Finding>();
        var type = affiliation.type();
        if (institutions
                .apply(affiliation.institution())
                .filter(institution -> !canBe(type, institution.kind()))
                .isPresent()) {
            findings.add(new Finding("type", Fault.AFFILIATION_TYPE_REFUSED));
        }
        // A birth date in the future is a finding of its own: nothing else can be said by it.
        boolean isBorn = !born.isAfter(latestStart);
        if (affiliation.startDate().isAfter(latestStart)
                || (isBorn && affiliation.startDate().isBefore(born))) {
            findings.add(new Finding("startDate", Fault.AFFILIATION_DATE_INVALID));
        } else if (isBorn && !plausibility.isAge(type, affiliation.startDate(), born)) {
            findings.add(new Finding("startDate", Fault.AFFILIATION_AGE));
        }
        if (!plausibility.areHours(type, affiliation.weeklyHours())) {
            findings.add(new Finding("weeklyHours", Fault.HOURS_INVALID));
        }
        if (affiliation.grade() != null) {
            gradeOf(type, affiliation.grade()).ifPresent(wrong -> findings.add(new Finding("grade", wrong)));
        }
        if (affiliation.post() != null) {
            if (type.isStudents()) {
                findings.add(new Finding("post", Fault.AFFILIATION_ROLE));
            } else if (!FieldRules.isPost(affiliation.post())) {
                findings.add(new Finding("post", Fault.TEXT_INVALID));
            }
        }
        return findings;
    }

    public static boolean isSite(SiteSerial serial, List<Site> sites) {
        return sites.stream().anyMatch(site -> site.active() && site.serial().equals(serial));
    }

    /** What is wrong with a grade of an affiliation of the type. */
    public static Optional<Fault> gradeOf(AffiliationType type, String grade) {
        if (!type.isStudents()) {
            return Optional.of(Fault.AFFILIATION_ROLE);
        }
        boolean known = GRADE.matcher(grade).matches()
                && NUMBER.matcher(grade).results().allMatch(number -> isGrade(number.group()));
        return known ? Optional.empty() : Optional.of(Fault.GRADE_INVALID);
    }

    private static boolean isGrade(String number) {
        return number.length() <= 2 && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= LAST_GRADE;
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
