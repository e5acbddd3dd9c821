package dev.kapu.admissions;

import dev.kapu.admissions.AdmissionSheets.Filing;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pupil of a primary school, and a secondary school to apply to. */
abstract class SheetTest {
    @Autowired
    AdmissionSheets sheets;

    @Autowired
    HeldSheets held;

    @Autowired
    JdbcClient jdbc;

    TestAdmissions country;
    InstitutionCode school;
    InstitutionCode gymnasium;
    EducationId pupil;

    @BeforeEach
    void aPupil() {
        country = new TestAdmissions(jdbc);
        school = country.primary();
        gymnasium = country.secondary();
        pupil = country.pupilOf(school);
    }

    Sheet submit(EducationId id, String procedure, Choice... choices) {
        return sheets.submit(
                new Filing(id, null, procedure, List.of(choices)), "school-program", TestAdmissions.of(school));
    }

    /** As the school does. */
    Sheet change(EducationId id, String number, Choice... choices) {
        return sheets.change(id, number, List.of(choices), "school-program", TestAdmissions.of(school));
    }
}
