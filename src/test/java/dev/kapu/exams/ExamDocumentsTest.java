package dev.kapu.exams;

import static dev.kapu.exams.DocumentKind.CERTIFICATE;
import static dev.kapu.exams.DocumentKind.EXTRACT;
import static dev.kapu.exams.DocumentKind.STATEMENT;
import static dev.kapu.exams.ExamType.DEFERRED;
import static dev.kapu.exams.ExamType.EARLY;
import static dev.kapu.exams.ExamType.LEVEL_RAISING;
import static dev.kapu.exams.ExamType.ORDINARY;
import static dev.kapu.exams.ExamType.REPEAT;
import static dev.kapu.exams.ExamType.RETAKE;
import static dev.kapu.exams.ExamType.SUPPLEMENTARY;
import static dev.kapu.exams.TestExams.HISTORY;
import static dev.kapu.exams.TestExams.MATHEMATICS;
import static dev.kapu.exams.TestExams.SESSION;
import static dev.kapu.exams.TestExams.document;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.identification.Identity;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which exam gives which document (facts on exams, K4). */
@HubTest
class ExamDocumentsTest {
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

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId person;

    @BeforeEach
    void aPerson() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        person = registry.person();
    }

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, CERTIFICATE, true", "ORDINARY, EXTRACT, true", "ORDINARY, STATEMENT, false",
        "EARLY, CERTIFICATE, false", "EARLY, EXTRACT, true", "EARLY, STATEMENT, false",
        "SUPPLEMENTARY, CERTIFICATE, false", "SUPPLEMENTARY, EXTRACT, false", "SUPPLEMENTARY, STATEMENT, true",
        "LEVEL_RAISING, CERTIFICATE, false", "LEVEL_RAISING, EXTRACT, false", "LEVEL_RAISING, STATEMENT, true",
        "DEFERRED, CERTIFICATE, true", "DEFERRED, EXTRACT, true", "DEFERRED, STATEMENT, true",
        "RETAKE, CERTIFICATE, true", "RETAKE, EXTRACT, true", "RETAKE, STATEMENT, true",
        "REPEAT, CERTIFICATE, false", "REPEAT, EXTRACT, false", "REPEAT, STATEMENT, true"
    })
    void each_kind_of_exam_gives_its_documents_and_no_others(ExamType type, DocumentKind kind, boolean gives) {
        register(EXTRACT, EARLY, MATHEMATICS);
        var result =
                switch (type) {
                    case LEVEL_RAISING -> TestExams.advanced(MATHEMATICS);
                    case REPEAT -> MATHEMATICS;
                    default -> HISTORY;
                };

        if (gives) {
            assertThat(register(kind, type, result).kind()).isEqualTo(kind);
        } else {
            assertRefused(Fault.EXAM_DOCUMENT_REFUSED, () -> register(kind, type, result));
        }
    }

    @Test
    void a_person_has_one_certificate_for_life_and_any_number_of_statements_K4() {
        register(CERTIFICATE, ORDINARY, MATHEMATICS);

        assertRefused(Fault.EXAM_CERTIFICATE_HELD, () -> register(CERTIFICATE, RETAKE, HISTORY));
        register(STATEMENT, SUPPLEMENTARY, HISTORY);
        register(STATEMENT, REPEAT, HISTORY);
        assertThat(records.of(person, EVERYONE)).extracting(ExamDocument::kind).hasSize(3);
    }

    @Test
    void of_two_certificates_at_the_same_moment_one_wins() {
        candidate(ORDINARY);
        var tries = Stream.generate(() -> document(person, CERTIFICATE, ORDINARY, MATHEMATICS))
                .limit(4)
                .map(report -> CompletableFuture.supplyAsync(() -> outcome(report)))
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("held", "held", "held", "registered");
    }

    @Test
    void a_certificate_gained_before_a_merger_counts_and_shows_the_name_then_K1_K4() {
        register(CERTIFICATE, ORDINARY, MATHEMATICS);
        var survivor = registry.person();
        registry.merge(person, survivor);
        jdbc.sql("update person set family_name = 'Szabó' where education_id = ?")
                .param(survivor.number())
                .update();

        assertRefused(
                Fault.EXAM_CERTIFICATE_HELD,
                () -> documents.register(document(person, CERTIFICATE, ORDINARY, HISTORY), REGISTRY, CANDIDATES));
        documents.register(document(survivor, EXTRACT, ORDINARY, HISTORY), REGISTRY, CANDIDATES);
        for (var id : List.of(person, survivor)) {
            assertThat(records.of(id, EVERYONE))
                    .extracting(found ->
                            found.educationId().text() + " " + found.name().family())
                    .containsExactlyInAnyOrder(survivor.text() + " Nagy Lászlóné Kovács", survivor.text() + " Szabó");
        }
    }

    @Test
    void a_statement_needs_something_earlier() {
        for (var type : List.of(SUPPLEMENTARY, LEVEL_RAISING, REPEAT, DEFERRED, RETAKE)) {
            assertRefused(Fault.EXAM_NOTHING_EARLIER, () -> register(STATEMENT, type, MATHEMATICS));
        }
    }

    @Test
    void a_level_is_raised_only_from_intermediate_to_advanced() {
        register(CERTIFICATE, ORDINARY, MATHEMATICS);

        assertRefused(Fault.EXAM_SUBJECT_REFUSED, () -> register(STATEMENT, LEVEL_RAISING, MATHEMATICS));
        assertRefused(
                Fault.EXAM_SUBJECT_REFUSED, () -> register(STATEMENT, LEVEL_RAISING, TestExams.advanced(HISTORY)));
        assertThat(register(STATEMENT, LEVEL_RAISING, TestExams.advanced(MATHEMATICS))
                        .version()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void what_is_supplementary_is_new_and_what_is_repeated_was_passed() {
        register(CERTIFICATE, ORDINARY, MATHEMATICS);

        assertRefused(Fault.EXAM_SUBJECT_REFUSED, () -> register(STATEMENT, SUPPLEMENTARY, MATHEMATICS));
        assertRefused(Fault.EXAM_SUBJECT_REFUSED, () -> register(STATEMENT, REPEAT, HISTORY));
        assertRefused(Fault.EXAM_SUBJECT_REFUSED, () -> register(STATEMENT, REPEAT, TestExams.advanced(MATHEMATICS)));
    }

    @Test
    void a_fail_stands_in_an_extract_only_and_a_subject_once() {
        var failed = TestExams.failed(HISTORY);

        assertRefused(Fault.EXAM_NOT_PASSED, () -> register(CERTIFICATE, ORDINARY, MATHEMATICS, failed));
        assertRefused(Fault.EXAM_SUBJECT_REFUSED, () -> register(EXTRACT, ORDINARY, HISTORY, failed));
        assertThat(register(EXTRACT, ORDINARY, MATHEMATICS, failed).results()).hasSize(2);
    }

    @Test
    void who_is_no_candidate_of_the_exam_gets_no_document_of_it() {
        var report = document(person, CERTIFICATE, ORDINARY, MATHEMATICS);
        assertRefused(Fault.PERSON_NOT_FOUND, () -> documents.register(report, REGISTRY, CANDIDATES));

        candidate(EARLY);

        assertRefused(Fault.EXAM_NOT_CANDIDATE, () -> documents.register(report, REGISTRY, CANDIDATES));
    }

    @Test
    void a_number_is_given_once_and_a_day_fits_the_session() {
        candidate(EARLY);
        var first = document(person, EXTRACT, EARLY, MATHEMATICS);
        documents.register(first, REGISTRY, CANDIDATES);

        assertRefused(Fault.EXAM_NUMBER_TAKEN, () -> documents.register(first, REGISTRY, CANDIDATES));
        for (var day : List.of(SESSION.first().minusDays(1), TODAY.plusDays(1))) {
            var wrong = new NewDocument(person, TestExams.number(), EXTRACT, SESSION, EARLY, day, List.of(MATHEMATICS));
            assertRefused(Fault.EXAM_DATE_INVALID, () -> documents.register(wrong, REGISTRY, CANDIDATES));
        }
    }

    private String outcome(NewDocument report) {
        try {
            documents.register(report, REGISTRY, CANDIDATES);
            return "registered";
        } catch (FaultException refused) {
            return refused.fault() == Fault.EXAM_CERTIFICATE_HELD
                    ? "held"
                    : refused.fault().code();
        }
    }

    private ExamDocument register(DocumentKind kind, ExamType type, ExamResult... results) {
        candidate(type);
        return documents.register(document(person, kind, type, results), REGISTRY, CANDIDATES);
    }

    private void candidate(ExamType type) {
        candidates.register(new Identity(person, TestExams.NAME, BORN), SESSION, type, school, REGISTRY, EVERYONE);
    }
}
