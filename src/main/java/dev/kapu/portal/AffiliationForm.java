package dev.kapu.portal;

import static dev.kapu.portal.TypedText.stripped;

import dev.kapu.contract.affiliations.CancelAffiliation;
import dev.kapu.contract.affiliations.EndAffiliation;
import dev.kapu.contract.affiliations.ReportedStart;
import dev.kapu.contract.affiliations.StartAffiliation;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Hazard: of a person; it comes by POST, so that no address and no log holds it.
 *
 * @param wrongType of a start that was reported wrongly
 * @param wrongDay its first day as it was reported, or the last day of an end
 * @param copy see {@link AffiliationPages#copy()}
 */
record AffiliationForm(
        @Nullable String educationId,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate birthDate,
        @Nullable String siteSerial,
        @Nullable AffiliationType type,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
        @Nullable String weeklyHours,
        @Nullable String grade,
        @Nullable String post,
        @Nullable AffiliationType wrongType,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate wrongDay,
        @Nullable String copy) {
    static final AffiliationForm EMPTY =
            new AffiliationForm(null, null, null, null, null, null, null, null, null, null, null);

    private static final Pattern HOURS = Pattern.compile("[+-]?[0-9]{1,6}([.,][0-9]{1,5})?");

    StartAffiliation start(String institution) {
        var body = new StartAffiliation();
        body.setEducationId(stripped(educationId));
        body.setBirthDate(birthDate);
        body.setInstitutionCode(institution);
        body.setSiteSerial(stripped(siteSerial));
        body.setType(type);
        body.setStartDate(day);
        body.setWeeklyHours(hours(stripped(weeklyHours)));
        body.setGrade(stripped(grade));
        body.setPost(stripped(post));
        body.setCorrects(wrongStart());
        return body;
    }

    EndAffiliation end(String institution) {
        var body = new EndAffiliation();
        body.setEducationId(stripped(educationId));
        body.setInstitutionCode(institution);
        body.setType(type);
        body.setEndDate(day);
        body.setCorrects(wrongDay);
        return body;
    }

    CancelAffiliation cancel(String institution) {
        var body = new CancelAffiliation();
        body.setEducationId(stripped(educationId));
        body.setInstitutionCode(institution);
        body.setType(type);
        return body;
    }

    private @Nullable ReportedStart wrongStart() {
        if (wrongType == null && wrongDay == null) {
            return null;
        }
        var wrong = new ReportedStart();
        wrong.setType(wrongType);
        wrong.setStartDate(wrongDay);
        return wrong;
    }

    /** Hazard: {@code 1E999999999} is a BigDecimal, and as long as memory when it is written out. */
    private static @Nullable BigDecimal hours(@Nullable String typed) {
        if (typed != null && !HOURS.matcher(typed).matches()) {
            throw new FaultException(Fault.INVALID, "weeklyHours");
        }
        return typed == null ? null : new BigDecimal(typed.replace(',', '.'));
    }

    @Override
    public String toString() {
        return "AffiliationForm";
    }
}
