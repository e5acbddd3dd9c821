package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.master.InstitutionAmendment;
import dev.kapu.registry.master.InstitutionAmendment.SiteAmendment;
import dev.kapu.registry.master.InstitutionChanges;
import dev.kapu.registry.movement.Affiliations;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A teacher of whom the personnel module speaks, and two institutions. */
abstract class StaffTest {
    static final LocalDate WINTER = TODAY.minusDays(300);
    static final LocalDate SPRING = TODAY.minusDays(200);
    static final LocalDate SUMMER = TODAY.minusDays(100);

    @Autowired
    StaffReports reports;

    @Autowired
    Affiliations affiliations;

    @Autowired
    InstitutionChanges master;

    @Autowired
    JdbcClient jdbc;

    TestRegistry registry;
    InstitutionCode school;
    InstitutionCode other;
    EducationId teacher;
    Messages says;

    @BeforeEach
    void somebody() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        teacher = registry.person();
        says = new Messages(teacher, BORN);
    }

    List<KeptMessage> report(StaffMessage... said) {
        return reports.report(List.of(said));
    }

    /** In the master, from the day on. */
    void closes(InstitutionCode institution, LocalDate day) {
        amends(institution, day, false, List.of());
    }

    void closes(InstitutionCode institution, String site, LocalDate day) {
        amends(institution, day, null, List.of(new SiteAmendment(new SiteSerial(site), null, null, null, false)));
    }

    private void amends(
            InstitutionCode institution, LocalDate day, @Nullable Boolean active, List<SiteAmendment> sites) {
        master.amend(
                new InstitutionAmendment(institution, day, null, null, null, null, active, sites), "registry-office");
    }

    List<Affiliation> held() {
        return held(teacher);
    }

    List<Affiliation> held(EducationId person) {
        return affiliations.of(person, HeldAffiliations.EVERYONE);
    }
}
