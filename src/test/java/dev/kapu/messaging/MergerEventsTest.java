package dev.kapu.messaging;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.participation.ParticipationStore;
import dev.kapu.registry.participation.Procedure;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K1, K21: a merger is told to whoever keeps the ID of either person, and to nobody else. */
@HubTest
class MergerEventsTest {
    @Autowired
    private Reviews reviews;

    @Autowired
    private ParticipationStore participations;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId survivor;
    private EducationId retired;

    @BeforeEach
    void twoWhoAreOne() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        survivor = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT);
        retired = registry.personAt(school, AffiliationType.DORMITORY);
    }

    @Test
    void of_whom_no_system_keeps_anything_only_institutions_and_the_office_hear() {
        merge();

        assertTold("school-program", "registry-office");
    }

    @Test
    void who_runs_a_procedure_hears_of_its_participants() {
        participations.begin(retired, Procedure.SECONDARY_ADMISSION, TODAY, TODAY);
        participations.begin(survivor, Procedure.HIGHER_EDUCATION_ADMISSION, TODAY, TODAY);

        merge();

        assertTold("school-program", "registry-office", "admissions", "higher-education-admissions");
    }

    @Test
    void once_a_procedure_is_over_its_participants_are_out_of_reach() {
        participations.begin(retired, Procedure.SECONDARY_ADMISSION, TODAY.minusDays(9), TODAY.minusDays(1));

        merge();

        assertTold("school-program", "registry-office");
    }

    @Test
    void the_exam_registry_hears_of_its_candidates_and_for_life_of_who_has_a_document_K4() {
        document(retired, LocalDate.of(2001, 6, 20));

        merge();

        assertTold("school-program", "registry-office", "exam-registry");
    }

    @Test
    void card_office_academic_register_and_personnel_module_hear_of_those_whose_ids_they_keep() {
        card(retired);
        role(survivor);
        staffMessage(retired);

        merge();

        assertTold(
                "school-program", "registry-office", "id-card-office", "higher-education-registry", "personnel-module");
    }

    private void merge() {
        reviews.decide(reviews.suspect(school, survivor, retired), new Merge(survivor, retired));
    }

    /** These, with both IDs; for all others that hold a grant nothing was even kept. */
    private void assertTold(String... partners) {
        await().until(() -> jdbc.sql("select count(*) from outbox where kind = 'personsMerged' and subject = ?")
                        .param(survivor.text())
                        .query(Long.class)
                        .single()
                == 0);
        assertThat(outcomes("")).containsExactlyInAnyOrder(partners);
        assertThat(outcomes("and outcome = 'ANSWERED' and 'retiredEducationId' = any (fields)"))
                .containsExactlyInAnyOrder(partners);
    }

    private List<String> outcomes(String condition) {
        return jdbc.sql("""
                select partner from disclosure
                 where operation = 'events/personsMerged' and ? = any (persons) """ + condition)
                .param(survivor.text())
                .query(String.class)
                .list();
    }

    private void document(EducationId holder, LocalDate issuedOn) {
        var number = "PT M " + holder.text().substring(1, 8);
        jdbc.sql("""
                insert into exam_document (number, kind, education_id, session, exam_type, institution_code, family_name,
                                           given_name, registered_at)
                values (?, 'certificate', ?, '2001-05', 'ordinary', ?, 'Nagy', 'Anna', now())""").params(number, holder.number(), school.text()).update();
        jdbc.sql("""
                insert into exam_document_version (number, version, valid, issued_on, registered_by, registered_at)
                values (?, 1, true, ?, 'exam-registry', now())""").params(number, issuedOn).update();
    }

    private void card(EducationId holder) {
        jdbc.sql("""
                insert into card_request (id, education_id, institution_code, site_serial, card_type, state, requested_at,
                                          requested_by)
                values (gen_random_uuid(), ?, ?, '001', 'student', 'requested', now(), 'school-program')""").params(holder.number(), school.text()).update();
    }

    private void role(EducationId holder) {
        jdbc.sql("insert into academic_role (education_id, role, since, taken_over_by)"
                        + " values (?, 'student', ?, 'higher-education-registry')")
                .params(holder.number(), TODAY)
                .update();
    }

    private void staffMessage(EducationId holder) {
        jdbc.sql("""
                insert into personnel_message (education_id, number, kind, birth_date, day, institution_code, type,
                                               weekly_hours, received_at, state)
                values (?, 1, 'posting', ?, ?, ?, 'main-employment', 40, now(), 'waiting')""")
                .params(holder.number(), TestRegistry.BORN, TODAY.plusYears(1), school.text())
                .update();
    }
}
