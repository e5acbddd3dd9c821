package dev.kapu.exams;

import static dev.kapu.exams.TestExams.MATHEMATICS;
import static dev.kapu.exams.TestExams.SESSION;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.identification.Identity;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K24: who takes no exam is out of reach of the exam registry. */
@HubTest
class ExamWithdrawalsTest {
    private static final Reach CANDIDATES = new Reach(Scope.CANDIDATES_OF_THIS_EXAM, null);

    @Autowired
    private ExamCandidates candidates;

    @Autowired
    private ExamWithdrawals withdrawals;

    @Autowired
    private ExamDocuments documents;

    @Autowired
    private ExamFile file;

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void aCandidate() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.STUDENT);
        register(pupil, ExamType.ORDINARY);
    }

    @Test
    void who_withdraws_is_answered_as_an_unknown_person() {
        var withdrawn = withdrawals.withdraw(pupil, SESSION, ExamType.ORDINARY, "school-program", of(school));

        assertThat(withdrawn.withdrawal()).isNotNull();
        assertRefused(Fault.PERSON_NOT_FOUND, () -> candidates.find(pupil, SESSION, CANDIDATES));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> withdraw(ExamType.ORDINARY, CANDIDATES));
        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> documents.register(
                        TestExams.document(pupil, DocumentKind.CERTIFICATE, ExamType.ORDINARY, MATHEMATICS),
                        "exam-registry",
                        CANDIDATES));
    }

    @Test
    void another_exam_keeps_the_candidate_in_reach_and_the_withdrawn_one_is_gone() {
        register(pupil, ExamType.EARLY);

        withdraw(ExamType.ORDINARY, CANDIDATES);

        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies())
                .extracting(Candidacy::type)
                .containsExactly(ExamType.EARLY);
        assertRefused(Fault.EXAM_NOT_CANDIDATE, () -> withdraw(ExamType.ORDINARY, CANDIDATES));
        assertRefused(
                Fault.EXAM_NOT_CANDIDATE,
                () -> documents.register(
                        TestExams.document(pupil, DocumentKind.CERTIFICATE, ExamType.ORDINARY, MATHEMATICS),
                        "exam-registry",
                        CANDIDATES));
    }

    @Test
    void a_registration_that_a_later_one_replaced_does_not_stand_again() {
        register(pupil, ExamType.ORDINARY);

        withdraw(ExamType.ORDINARY, of(school));

        assertRefused(Fault.PERSON_NOT_FOUND, () -> candidates.find(pupil, SESSION, CANDIDATES));
        assertRefused(Fault.EXAM_NOT_CANDIDATE, () -> withdraw(ExamType.ORDINARY, of(school)));
    }

    @Test
    void who_has_withdrawn_may_be_registered_again() {
        withdraw(ExamType.ORDINARY, of(school));

        register(pupil, ExamType.ORDINARY);

        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies()).hasSize(1);
    }

    @Test
    void nobody_withdraws_from_an_exam_that_has_given_a_document() {
        documents.register(
                TestExams.document(pupil, DocumentKind.CERTIFICATE, ExamType.ORDINARY, MATHEMATICS),
                "exam-registry",
                CANDIDATES);

        assertRefused(Fault.EXAM_DOCUMENT_GIVEN, () -> withdraw(ExamType.ORDINARY, CANDIDATES));
        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies()).hasSize(1);
    }

    @Test
    void a_school_withdraws_its_own_pupils_from_exams_at_itself_only() {
        var other = registry.institution();

        assertRefused(Fault.PERSON_NOT_FOUND, () -> withdraw(ExamType.ORDINARY, of(other)));
        registry.affiliate(pupil, other, AffiliationType.STUDENT, TestRegistry.TODAY.minusDays(1), null, 5);
        assertRefused(Fault.EXAM_NOT_CANDIDATE, () -> withdraw(ExamType.ORDINARY, of(other)));
        var employer = registry.institution();
        registry.affiliate(pupil, employer, AffiliationType.SECONDARY_EMPLOYMENT, TestRegistry.START, null, 5);
        assertRefused(Fault.PERSON_NOT_FOUND, () -> withdraw(ExamType.ORDINARY, of(employer)));
    }

    @Test
    void over_a_merger_all_candidacies_for_the_exam_are_withdrawn_K1() {
        var survivor = registry.personAt(school, AffiliationType.STUDENT);
        register(survivor, ExamType.ORDINARY);
        reviews.decide(reviews.suspect(school, survivor, pupil), new Merge(survivor, pupil));

        var withdrawn = withdraw(ExamType.ORDINARY, CANDIDATES);

        assertThat(withdrawn.educationId()).isEqualTo(survivor);
        assertRefused(Fault.PERSON_NOT_FOUND, () -> candidates.find(survivor, SESSION, CANDIDATES));
    }

    @Test
    void the_person_sees_the_candidacy_and_who_withdrew_it_K27() {
        withdraw(ExamType.ORDINARY, of(school));

        assertThat(file.about(List.of(pupil)))
                .singleElement()
                .extracting(FurtherRecord::data)
                .satisfies(data -> {
                    assertThat(data)
                            .containsEntry("examType", "ordinary")
                            .containsEntry("withdrawnBy", "school-program");
                    assertThat(data).containsKey("withdrawnAt");
                });
    }

    private Candidacy withdraw(ExamType type, Reach reach) {
        return withdrawals.withdraw(pupil, SESSION, type, "school-program", reach);
    }

    private void register(EducationId id, ExamType type) {
        candidates.register(
                new Identity(id, TestExams.NAME, BORN), SESSION, type, school, "school-program", of(school));
    }

    private static Reach of(InstitutionCode institution) {
        return new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text());
    }
}
