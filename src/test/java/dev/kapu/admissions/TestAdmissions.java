package dev.kapu.admissions;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schools and pupils of a test's own; the procedures stand in {@code hub-test.properties}. */
public final class TestAdmissions {
    /** Open for everything, today and long after. */
    public static final String OPEN = "general-2027";

    /** All its days are over. */
    public static final String OVER = "over-2020";

    /** Takes first sheets only. */
    public static final String FIXED = "fixed-2027";

    public static final Reach CENTRE = new Reach(Scope.APPLICANTS_OF_THIS_PROCEDURE, null);
    public static final Reach ANYBODY = new Reach(Scope.EVERYONE, null);

    private final JdbcClient jdbc;
    private final TestRegistry registry;

    public TestAdmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.registry = new TestRegistry(jdbc);
    }

    public TestRegistry registry() {
        return registry;
    }

    public InstitutionCode primary() {
        return registry.institution();
    }

    public InstitutionCode secondary() {
        var code = registry.institution();
        jdbc.sql("update institution set kind = 'secondary' where code = ?")
                .param(code.text())
                .update();
        return code;
    }

    public EducationId pupilOf(InstitutionCode school) {
        return registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
    }

    public void rename(EducationId id, String family) {
        jdbc.sql("update person set family_name = ? where education_id = ?")
                .params(family, id.number())
                .update();
    }

    public void close(InstitutionCode school) {
        jdbc.sql("update institution set active = false where code = ?")
                .param(school.text())
                .update();
    }

    /** As if the last day of the procedure had been yesterday. */
    public void dayAfter(EducationId applicant) {
        jdbc.sql("update participation set ends = ? where education_id = ?")
                .params(TestRegistry.TODAY.minusDays(1), applicant.number())
                .update();
    }

    public static Reach of(InstitutionCode school) {
        return new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, school.text());
    }

    public static Choice choice(int rank, InstitutionCode school, String area) {
        return new Choice(rank, new StudyPlace(school, new StudyArea(area)));
    }
}
