package dev.kapu.admissions;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An applicant as a school sees them that is on the sheet: without rank and other schools.
 *
 * @param name borne today
 * @param areas of that school
 */
public record ApplicantLine(
        String sheet,
        EducationId educationId,
        PersonName name,
        LocalDate birthDate,
        List<StudyArea> areas,
        Instant submittedAt) {
    /** Hazard: must not show who it is, or it would reach a log line. */
    @Override
    public String toString() {
        return "ApplicantLine";
    }
}
