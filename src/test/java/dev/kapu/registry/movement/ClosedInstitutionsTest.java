package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static dev.kapu.registry.affiliation.HeldAffiliations.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K11, K14: an institution has closed, and nobody is left to report the ends. */
@HubTest
class ClosedInstitutionsTest {
    private static final LocalDate CLOSED_ON = TODAY.minusDays(5);

    @Autowired
    private ClosedInstitutions closed;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Histories histories;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;

    @BeforeEach
    void a_school() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
    }

    @Test
    void all_that_lasts_ends_on_the_day_and_another_school_can_start_K14() {
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);
        registry.affiliate(pupil, school, DORMITORY, TODAY.minusDays(100), null, 10);
        var teacher = registry.personAt(school, MAIN_EMPLOYMENT);
        close();
        var next = registry.institution();
        assertRefused(Fault.AFFILIATION_HELD_ELSEWHERE, () -> start(pupil, next));

        var done = closed.endAll(school, CLOSED_ON, EVERYONE);

        assertThat(done).isEqualTo(new ClosedInstitutions.Ended(3, false, 0));
        assertThat(affiliations.of(pupil, EVERYONE))
                .extracting(Affiliation::endDate)
                .containsOnly(CLOSED_ON);
        assertThat(registry.responsible(teacher)).isNull();
        assertThat(histories.of(teacher)).extracting(HistoryEntry::kind).contains(HistoryEntry.Kind.AFFILIATION_ENDED);
        start(pupil, next);
        assertThat(registry.responsible(pupil)).isEqualTo(next.text());
    }

    @Test
    void many_are_ended_in_batches_until_nobody_is_left() {
        for (int i = 0; i < 101; i++) {
            registry.personAt(school, COMPULSORY_STUDENT);
        }
        close();
        var batches = new ArrayList<ClosedInstitutions.Ended>();

        do {
            batches.add(closed.endAll(school, CLOSED_ON, EVERYONE));
        } while (batches.get(batches.size() - 1).waiting());

        assertThat(batches)
                .containsExactly(new ClosedInstitutions.Ended(100, true, 1), new ClosedInstitutions.Ended(1, false, 0));
    }

    @Test
    void what_began_after_the_day_stays_and_is_counted() {
        registry.affiliate(registry.person(), school, COMPULSORY_STUDENT, TODAY, null, 20);
        close();

        assertThat(closed.endAll(school, CLOSED_ON, EVERYONE)).isEqualTo(new ClosedInstitutions.Ended(0, false, 1));
    }

    @Test
    void only_the_office_does_it_and_only_of_a_closed_institution() {
        var pupil = registry.personAt(school, COMPULSORY_STUDENT);

        assertRefused(Fault.INSTITUTION_ACTIVE, () -> closed.endAll(school, CLOSED_ON, EVERYONE));
        assertRefused(
                Fault.INSTITUTION_NOT_FOUND,
                () -> closed.endAll(new InstitutionCode(TestRegistry.freeCode()), CLOSED_ON, EVERYONE));
        close();
        assertRefused(Fault.AFFILIATION_DATE_INVALID, () -> closed.endAll(school, TODAY.plusDays(1), EVERYONE));
        var own = new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, school.text());
        assertRefused(Fault.PERSON_NOT_FOUND, () -> closed.endAll(school, CLOSED_ON, own));
        assertThat(affiliations.of(pupil, EVERYONE))
                .extracting(Affiliation::endDate)
                .containsOnlyNulls();
    }

    private void close() {
        jdbc.sql("update institution set active = false where code = ?")
                .param(school.text())
                .update();
    }

    private void start(EducationId who, InstitutionCode at) {
        affiliations.start(
                who,
                BORN,
                new NewAffiliation(at, new SiteSerial("001"), COMPULSORY_STUDENT, TODAY, BigDecimal.TEN, null, null),
                new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, at.text()));
    }
}
