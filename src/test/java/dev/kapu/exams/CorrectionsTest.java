package dev.kapu.exams;

import static dev.kapu.exams.TestExams.HISTORY;
import static dev.kapu.exams.TestExams.MATHEMATICS;
import static dev.kapu.exams.TestExams.SESSION;
import static dev.kapu.exams.TestExams.document;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.exams.Correction.Effect;
import dev.kapu.exams.Correction.Right;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.identification.Identity;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document is corrected by a decision, and nothing is overwritten. */
@HubTest
class CorrectionsTest {
    private static final String REGISTRY = "exam-registry";
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final Reach CANDIDATES = new Reach(Scope.CANDIDATES_OF_THIS_EXAM, null);

    @Autowired
    private ExamCandidates candidates;

    @Autowired
    private ExamDocuments documents;

    @Autowired
    private ExamRecords records;

    @Autowired
    private JdbcClient jdbc;

    private EducationId person;
    private ExamDocument certificate;

    @BeforeEach
    void aCertificate() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        person = registry.person();
        for (var type : ExamType.values()) {
            candidates.register(new Identity(person, TestExams.NAME, BORN), SESSION, type, school, REGISTRY, EVERYONE);
        }
        certificate = documents.register(
                document(person, DocumentKind.CERTIFICATE, ExamType.ORDINARY, MATHEMATICS), REGISTRY, CANDIDATES);
    }

    @Test
    void the_right_results_are_a_further_version_with_the_decision_and_the_old_ones_stay() {
        var right = new ExamResult("matematika", ExamLevel.INTERMEDIATE, 5, 80);

        var corrected = documents.correct(correction(Effect.CORRECTED, right), REGISTRY, EVERYONE);

        assertThat(corrected.results()).containsExactly(right);
        assertThat(records.of(person, EVERYONE)).singleElement().satisfies(found -> {
            assertThat(found.version().number()).isEqualTo(2);
            assertThat(found.version().reference()).isEqualTo("OH-12/2026");
            assertThat(found.results()).containsExactly(right);
        });
        assertThat(records.versions(certificate.number(), EVERYONE))
                .extracting(ExamDocument::results)
                .containsExactly(List.of(MATHEMATICS), List.of(right));
    }

    @Test
    void the_hub_itself_can_change_nothing_that_was_registered() {
        for (var table : List.of("exam_document", "exam_document_version", "exam_result", "exam_candidate")) {
            assertThat(jdbc.sql("""
                            select has_table_privilege('kapu_app', 'kapu.' || :table, 'update')
                                or has_table_privilege('kapu_app', 'kapu.' || :table, 'delete')
                                or has_table_privilege('kapu_app', 'kapu.' || :table, 'truncate')""").param("table", table).query(Boolean.class).single())
                    .as(table)
                    .isFalse();
        }
    }

    @Test
    void what_would_have_been_refused_at_first_is_refused_as_a_correction() {
        assertRefused(
                Fault.EXAM_NOT_PASSED,
                () -> documents.correct(
                        correction(Effect.CORRECTED, TestExams.failed(MATHEMATICS)), REGISTRY, EVERYONE));
        assertRefused(
                Fault.EXAM_DATE_INVALID,
                () -> documents.correct(
                        new Correction(
                                certificate.number(),
                                "OH-12/2026",
                                "elírás",
                                Effect.CORRECTED,
                                new Right(null, null, null, null, TODAY.plusDays(1), List.of())),
                        REGISTRY,
                        EVERYONE));
        assertThatThrownBy(() -> correction(Effect.CORRECTED)).hasMessage(Fault.INVALID.code());
    }

    @Test
    void results_gained_later_do_not_stand_in_the_way_of_a_correction() {
        var statement = documents.register(
                document(person, DocumentKind.STATEMENT, ExamType.SUPPLEMENTARY, HISTORY), REGISTRY, CANDIDATES);
        documents.register(document(person, DocumentKind.STATEMENT, ExamType.REPEAT, HISTORY), REGISTRY, CANDIDATES);
        var right = new ExamResult(HISTORY.subject(), HISTORY.level(), 4, 61);

        var corrected = documents.correct(
                new Correction(statement.number(), "OH-13/2026", "elírás", Effect.CORRECTED, TestExams.right(right)),
                REGISTRY,
                EVERYONE);

        assertThat(corrected.results()).containsExactly(right);
    }

    @Test
    void an_annulled_certificate_stays_on_record_and_makes_room_for_the_right_one() {
        documents.correct(correction(Effect.ANNULLED), REGISTRY, EVERYONE);

        assertRefused(
                Fault.EXAM_ANNULLED,
                () -> documents.correct(correction(Effect.CORRECTED, HISTORY), REGISTRY, EVERYONE));
        documents.register(
                document(person, DocumentKind.CERTIFICATE, ExamType.ORDINARY, HISTORY), REGISTRY, CANDIDATES);
        assertThat(records.of(person, EVERYONE))
                .extracting(found -> found.version().valid())
                .containsExactlyInAnyOrder(false, true);
    }

    @Test
    void an_annulment_that_was_a_mistake_is_taken_back_when_the_person_is_no_candidate_any_more_K4() {
        documents.correct(correction(Effect.ANNULLED), REGISTRY, EVERYONE);
        jdbc.sql("delete from participation where education_id = ?")
                .param(person.number())
                .update();

        var again = documents.correct(correction(Effect.REINSTATED), REGISTRY, EVERYONE);

        assertThat(again.version().valid()).isTrue();
        assertThat(again.results()).containsExactly(MATHEMATICS);
        assertThat(records.versions(certificate.number(), EVERYONE))
                .extracting(found -> found.version().valid())
                .containsExactly(true, false, true);
        assertThat(documents
                        .correct(correction(Effect.CORRECTED, HISTORY), REGISTRY, EVERYONE)
                        .results())
                .containsExactly(HISTORY);
    }

    @Test
    void nobody_gets_two_certificates_by_an_annulment_that_is_taken_back_K4() {
        documents.correct(correction(Effect.ANNULLED), REGISTRY, EVERYONE);
        var second = documents.register(
                document(person, DocumentKind.CERTIFICATE, ExamType.ORDINARY, HISTORY), REGISTRY, CANDIDATES);

        assertRefused(
                Fault.EXAM_CERTIFICATE_HELD,
                () -> documents.correct(correction(Effect.REINSTATED), REGISTRY, EVERYONE));

        documents.correct(
                new Correction(second.number(), "OH-14/2026", "tévedés", Effect.ANNULLED, Right.NOTHING),
                REGISTRY,
                EVERYONE);
        assertThat(documents
                        .correct(correction(Effect.REINSTATED), REGISTRY, EVERYONE)
                        .version()
                        .valid())
                .isTrue();
    }

    @Test
    void only_an_annulment_can_be_taken_back() {
        assertRefused(Fault.INVALID, () -> documents.correct(correction(Effect.REINSTATED), REGISTRY, EVERYONE));
    }

    @Test
    void unknown_numbers_and_documents_out_of_reach_are_answered_alike() {
        var ofNobody = new Reach(Scope.NOBODY, null);

        assertRefused(Fault.EXAM_DOCUMENT_NOT_FOUND, () -> records.versions("NINCS-0001", EVERYONE));
        assertRefused(Fault.EXAM_DOCUMENT_NOT_FOUND, () -> records.versions(certificate.number(), ofNobody));
        assertRefused(
                Fault.EXAM_DOCUMENT_NOT_FOUND,
                () -> documents.correct(correction(Effect.CORRECTED, HISTORY), REGISTRY, ofNobody));
    }

    private Correction correction(Effect effect, ExamResult... results) {
        return new Correction(certificate.number(), "OH-12/2026", "elírás", effect, TestExams.right(results));
    }
}
