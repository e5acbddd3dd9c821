package dev.kapu.exams;

import static dev.kapu.exams.TestExams.HISTORY;
import static dev.kapu.exams.TestExams.MATHEMATICS;
import static dev.kapu.exams.TestExams.SESSION;
import static dev.kapu.exams.TestExams.document;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.HubTest;
import dev.kapu.exams.Correction.Effect;
import dev.kapu.exams.Correction.Right;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.identification.Identity;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** E3: name, session, kind of exam and institution of a document are put right by a decision as results are. */
@HubTest
@RecordApplicationEvents
class CorrectedHeadsTest {
    private static final String REGISTRY = "exam-registry";
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final Reach CANDIDATES = new Reach(Scope.CANDIDATES_OF_THIS_EXAM, null);
    private static final PersonName RIGHT_NAME = new PersonName("Nagy", "Anna Mária");
    private static final ExamSession YEAR_BEFORE =
            new ExamSession(SESSION.month().minusYears(1));

    @Autowired
    private ExamCandidates candidates;

    @Autowired
    private ExamWithdrawals withdrawals;

    @Autowired
    private ExamDocuments documents;

    @Autowired
    private ExamRecords records;

    @Autowired
    private ExamFile file;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId person;
    private ExamDocument certificate;

    @BeforeEach
    void aCertificate() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        person = registry.person();
        for (var type : ExamType.values()) {
            candidates.register(new Identity(person, TestExams.NAME, BORN), SESSION, type, school, REGISTRY, EVERYONE);
        }
        certificate = documents.register(
                document(person, DocumentKind.CERTIFICATE, ExamType.ORDINARY, MATHEMATICS), REGISTRY, CANDIDATES);
    }

    @Test
    void
            the_name_on_a_document_is_corrected_when_the_person_is_no_candidate_any_more_and_the_old_one_stays_on_record_K4() {
        jdbc.sql("delete from participation where education_id = ?")
                .param(person.number())
                .update();

        var corrected = correct(certificate, new Right(RIGHT_NAME, null, null, null, null, List.of()));

        assertThat(corrected.name()).isEqualTo(RIGHT_NAME);
        assertThat(corrected.results()).containsExactly(MATHEMATICS);
        assertThat(records.of(person, EVERYONE))
                .singleElement()
                .extracting(ExamDocument::name)
                .isEqualTo(RIGHT_NAME);
        assertThat(records.versions(certificate.number(), EVERYONE))
                .extracting(ExamDocument::name, found -> found.version().reference())
                .containsExactly(tuple(TestExams.NAME, null), tuple(RIGHT_NAME, "OH-21/2026"));
        assertThat(file.about(List.of(person)))
                .filteredOn(record -> record.data().containsKey("documentVersion"))
                .map(FurtherRecord::data)
                .extracting(data -> data.get("registeredName"), data -> data.get("decisionReference"))
                .containsExactly(tuple("Nagy Lászlóné Kovács Anna", null), tuple("Nagy Anna Mária", "OH-21/2026"));
    }

    @Test
    void what_was_corrected_once_stays_corrected_in_every_later_version() {
        correct(certificate, new Right(RIGHT_NAME, YEAR_BEFORE, ExamType.DEFERRED, null, null, List.of()));

        var again = correct(certificate, TestExams.right(HISTORY));

        assertThat(again)
                .extracting(ExamDocument::name, ExamDocument::session, ExamDocument::type)
                .containsExactly(RIGHT_NAME, YEAR_BEFORE, ExamType.DEFERRED);
        assertThat(records.versions(certificate.number(), EVERYONE))
                .last()
                .satisfies(last -> assertThat(last)
                        .extracting(
                                ExamDocument::name, ExamDocument::session, ExamDocument::type, ExamDocument::results)
                        .containsExactly(RIGHT_NAME, YEAR_BEFORE, ExamType.DEFERRED, List.of(HISTORY)));
    }

    @Test
    void the_right_institution_hears_of_the_document_which_has_a_further_version() {
        var other = registry.institution();
        jdbc.sql("update institution set active = false where code = ?")
                .param(other.text())
                .update();

        correct(certificate, new Right(null, null, null, other, null, List.of()));

        assertThat(events.stream(ExamDocumentRegistered.class)
                        .filter(told -> told.documentNumber().equals(certificate.number()))
                        .map(told -> told.institutionCode() + " " + told.version()))
                .containsExactly(school.text() + " 1", other.text() + " 2");
        assertRefused(
                Fault.INSTITUTION_NOT_FOUND,
                () -> correct(
                        certificate, new Right(null, null, null, new InstitutionCode("000000"), null, List.of())));
    }

    @Test
    void a_kind_of_exam_that_gives_another_document_is_refused_so_that_an_early_exam_never_gives_a_certificate() {
        assertRefused(Fault.EXAM_DOCUMENT_REFUSED, () -> correct(certificate, ofType(ExamType.EARLY)));
        assertRefused(Fault.EXAM_DOCUMENT_REFUSED, () -> correct(certificate, ofType(ExamType.REPEAT)));

        assertThat(correct(certificate, ofType(ExamType.RETAKE)).type()).isEqualTo(ExamType.RETAKE);
    }

    @Test
    void a_kind_of_exam_that_the_earlier_results_do_not_allow_is_refused() {
        var statement = documents.register(
                document(person, DocumentKind.STATEMENT, ExamType.SUPPLEMENTARY, HISTORY), REGISTRY, CANDIDATES);

        assertRefused(Fault.EXAM_SUBJECT_REFUSED, () -> correct(statement, ofType(ExamType.REPEAT)));
        assertThat(correct(statement, ofType(ExamType.DEFERRED)).type()).isEqualTo(ExamType.DEFERRED);
    }

    @Test
    void a_document_is_never_older_than_its_session() {
        var later = new ExamSession(SESSION.month().plusYears(1));

        assertRefused(Fault.EXAM_DATE_INVALID, () -> correct(certificate, ofSession(later, null)));
        assertRefused(
                Fault.EXAM_DATE_INVALID,
                () -> correct(
                        certificate, ofSession(YEAR_BEFORE, YEAR_BEFORE.first().minusDays(1))));

        assertThat(correct(
                                certificate,
                                ofSession(YEAR_BEFORE, YEAR_BEFORE.first().plusDays(40)))
                        .session())
                .isEqualTo(YEAR_BEFORE);
    }

    @Test
    void a_document_of_somebody_else_is_annulled_and_registered_for_the_right_person_years_after_its_session_K4() {
        var longOver = new ExamSession(SESSION.month().minusYears(9));
        var right = registry.person();
        candidates.register(
                new Identity(right, TestExams.NAME, BORN), SESSION, ExamType.ORDINARY, school, REGISTRY, EVERYONE);

        documents.correct(
                new Correction(certificate.number(), "OH-22/2026", "másé", Effect.ANNULLED, Right.NOTHING),
                REGISTRY,
                EVERYONE);
        var anew = documents.register(
                document(right, DocumentKind.CERTIFICATE, ExamType.ORDINARY, MATHEMATICS), REGISTRY, CANDIDATES);
        correct(anew, ofSession(longOver, longOver.first().plusDays(50)));

        assertThat(records.of(right, EVERYONE)).singleElement().satisfies(found -> {
            assertThat(found.session()).isEqualTo(longOver);
            assertThat(found.version().issuedOn()).isEqualTo(longOver.first().plusDays(50));
        });
        assertThat(records.of(person, EVERYONE))
                .allSatisfy(found -> assertThat(found.version().valid()).isFalse());
    }

    @Test
    void a_candidacy_that_was_as_wrong_as_the_document_can_then_be_withdrawn() {
        assertRefused(Fault.EXAM_DOCUMENT_GIVEN, () -> withdraw(ExamType.ORDINARY));

        correct(certificate, ofType(ExamType.DEFERRED));

        assertThat(withdraw(ExamType.ORDINARY).withdrawal()).isNotNull();
        assertRefused(Fault.EXAM_DOCUMENT_GIVEN, () -> withdraw(ExamType.DEFERRED));
    }

    @Test
    void what_the_document_says_already_is_no_correction() {
        assertRefused(
                Fault.EXAM_NOTHING_CORRECTED,
                () -> correct(
                        certificate,
                        new Right(TestExams.NAME, SESSION, ExamType.ORDINARY, school, TODAY, List.of(MATHEMATICS))));
        assertThat(records.versions(certificate.number(), EVERYONE)).hasSize(1);
    }

    @Test
    void a_name_that_nobody_bears_is_refused_as_at_a_registration() {
        var digits = new PersonName("N4gy", "Anna");

        assertRefused(
                Fault.TEXT_INVALID, () -> correct(certificate, new Right(digits, null, null, null, null, List.of())));
    }

    private ExamDocument correct(ExamDocument document, Right right) {
        return documents.correct(
                new Correction(document.number(), "OH-21/2026", "elírás", Effect.CORRECTED, right), REGISTRY, EVERYONE);
    }

    private Candidacy withdraw(ExamType type) {
        return withdrawals.withdraw(person, SESSION, type, REGISTRY, CANDIDATES);
    }

    private static Right ofType(ExamType type) {
        return new Right(null, null, type, null, null, List.of());
    }

    private static Right ofSession(ExamSession session, @Nullable LocalDate issuedOn) {
        return new Right(null, session, null, null, issuedOn, List.of());
    }
}
