package dev.kapu.personnel;

import dev.kapu.personnel.StaffMessage.Kind;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the module says of one person. */
public record Messages(EducationId person, LocalDate born) {
    public StaffMessage posting(int number, LocalDate day, InstitutionCode at, AffiliationType type, int hours) {
        return new StaffMessage(
                person,
                number,
                born,
                Kind.POSTING,
                day,
                at,
                type,
                new SiteSerial("001"),
                BigDecimal.valueOf(hours),
                "tanár");
    }

    public StaffMessage main(int number, LocalDate day, InstitutionCode at) {
        return posting(number, day, at, AffiliationType.MAIN_EMPLOYMENT, 26);
    }

    public StaffMessage assignment(
            int number, LocalDate day, InstitutionCode at, AffiliationType type, String site, int hours) {
        return new StaffMessage(
                person,
                number,
                born,
                Kind.ASSIGNMENT,
                day,
                at,
                type,
                new SiteSerial(site),
                BigDecimal.valueOf(hours),
                null);
    }

    public StaffMessage title(int number, LocalDate day, InstitutionCode at, AffiliationType type, String post) {
        return new StaffMessage(person, number, born, Kind.TITLE, day, at, type, null, null, post);
    }

    public StaffMessage end(int number, LocalDate lastDay, InstitutionCode at, AffiliationType type) {
        return new StaffMessage(person, number, born, Kind.END, lastDay, at, type, null, null, null);
    }
}
