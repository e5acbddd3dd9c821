package dev.kapu.exams;

import static dev.kapu.exams.TestExams.SESSION;
import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.identification.Identity;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K24: a candidate is in reach of the exam registry, and only because somebody registered them. */
@HubTest
class ExamCandidatesTest {
    private static final Reach CANDIDATES = new Reach(Scope.CANDIDATES_OF_THIS_EXAM, null);

    @Autowired
    private ExamCandidates candidates;

    @Autowired
    private ExamWithdrawals withdrawals;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;

    @BeforeEach
    void aPupil() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, AffiliationType.STUDENT);
    }

    @Test
    void whom_the_school_registers_the_exam_registry_reads_until_the_session_is_long_over() {
        assertRefused(Fault.PERSON_NOT_FOUND, () -> candidates.find(pupil, SESSION, CANDIDATES));

        register(school, SESSION);

        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies())
                .singleElement()
                .satisfies(candidacy -> {
                    assertThat(candidacy.type()).isEqualTo(ExamType.ORDINARY);
                    assertThat(candidacy.institution()).isEqualTo(school);
                    assertThat(candidacy.name()).isEqualTo(TestExams.NAME);
                });
        assertThat(jdbc.sql("select ends from participation where education_id = ? and procedure = 'exam'")
                        .param(pupil.number())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(SESSION.first().plusMonths(7));
    }

    @Test
    void a_candidate_of_another_session_is_answered_as_an_unknown_person() {
        register(school, SESSION);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> candidates.find(pupil, next(SESSION), CANDIDATES));
    }

    @Test
    void the_last_registration_says_where_the_exam_is_taken() {
        register(school, SESSION);
        var other = registry.institution();
        registry.affiliate(pupil, other, AffiliationType.STUDENT, TODAY.minusDays(1), null, 5);

        register(other, SESSION);

        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies())
                .extracting(Candidacy::institution)
                .containsExactly(other);
    }

    @Test
    void the_same_candidacy_registered_again_is_the_one_that_stands_with_the_moment_of_the_first() {
        var first = register(school, SESSION);

        var again =
                IntStream.range(0, 10).mapToObj(n -> register(school, SESSION)).toList();

        assertThat(again).containsOnly(first);
        assertThat(rows()).isEqualTo(1);
        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies()).containsExactly(first);
    }

    @Test
    void of_several_at_the_same_moment_one_registers() {
        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> register(school, SESSION)))
                .limit(4)
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void another_exam_and_one_registered_after_a_withdrawal_are_registrations_of_their_own() {
        register(school, SESSION);

        register(school, SESSION, ExamType.EARLY);
        withdrawals.withdraw(pupil, SESSION, ExamType.ORDINARY, "school-program", of(school));
        register(school, SESSION);

        assertThat(rows()).isEqualTo(3);
        assertThat(candidates.find(pupil, SESSION, CANDIDATES).candidacies())
                .extracting(Candidacy::type)
                .containsExactlyInAnyOrder(ExamType.ORDINARY, ExamType.EARLY);
    }

    @Test
    void a_candidacy_under_an_id_that_is_retired_now_stands_under_the_present_one_K1() {
        var first = register(school, SESSION);
        var survivor = registry.personAt(school, AffiliationType.STUDENT);
        registry.merge(pupil, survivor);

        assertThat(register(school, SESSION)).isEqualTo(first.of(survivor));
    }

    @Test
    void no_session_opens_a_person_for_years() {
        var farAhead = new ExamSession(SESSION.month().plusYears(3));
        var over = new ExamSession(SESSION.month().minusYears(1));

        assertThatThrownBy(() -> register(school, farAhead)).isInstanceOfSatisfying(FaultException.class, refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.EXAM_SESSION_CLOSED);
            assertThat(refused.where())
                    .startsWith(farAhead.first().minusYears(1) + " – ")
                    .endsWith(farAhead.first().plusMonths(7).toString());
        });
        assertRefused(Fault.EXAM_SESSION_CLOSED, () -> register(school, over));
        assertRefused(Fault.INVALID, () -> ExamSession.of("2027-06"));
    }

    @Test
    void a_school_registers_its_own_pupils_for_itself_only() {
        assertRefused(Fault.PERSON_NOT_FOUND, () -> register(registry.institution(), SESSION));
        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> candidates.register(
                        new Identity(pupil, TestExams.NAME, BORN),
                        SESSION,
                        ExamType.ORDINARY,
                        registry.institution(),
                        "school-program",
                        of(school)));
    }

    @Test
    void an_employer_registers_no_candidate() {
        var teacher = registry.personAt(school, AffiliationType.MAIN_EMPLOYMENT);

        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> candidates.register(
                        new Identity(teacher, TestExams.NAME, BORN),
                        SESSION,
                        ExamType.ORDINARY,
                        school,
                        "school-program",
                        of(school)));
    }

    private static ExamSession next(ExamSession session) {
        return new ExamSession(session.month().plusMonths(session.month().getMonthValue() == 5 ? 5 : 7));
    }

    private long rows() {
        return jdbc.sql("select count(*) from exam_candidate where education_id = ?")
                .param(pupil.number())
                .query(Long.class)
                .single();
    }

    private Candidacy register(InstitutionCode institution, ExamSession session) {
        return register(institution, session, ExamType.ORDINARY);
    }

    private Candidacy register(InstitutionCode institution, ExamSession session, ExamType type) {
        return candidates.register(
                new Identity(pupil, TestExams.NAME, BORN),
                session,
                type,
                institution,
                "school-program",
                of(institution));
    }

    private static Reach of(InstitutionCode institution) {
        return new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text());
    }
}
