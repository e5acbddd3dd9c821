package dev.kapu.registry.movement;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.NewAffiliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K11, K16: what is foreseen of a form is what its acceptance, in order, would find. */
@HubTest
class ForeseenMovementsTest {
    @Autowired
    private MovementReports reports;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId id;

    @BeforeEach
    void aPupil() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        id = registry.personAt(school, COMPULSORY_STUDENT);
    }

    @Test
    void a_hand_over_after_a_long_gap_is_foreseen_to_be_refused_K15() {
        assertThat(reports.foresight(school).of(handOver(TODAY.minusDays(93))))
                .contains(new Finding("startDate", Fault.AFFILIATION_DATE_INVALID));

        assertThat(reports.foresight(school).of(handOver(TODAY.minusDays(92)))).isEmpty();
    }

    @Test
    void what_ends_in_a_form_may_start_again_in_it() {
        var foreseen = reports.foresight(school);

        assertThat(foreseen.of(end(TODAY.minusDays(1)))).isEmpty();
        assertThat(foreseen.of(start())).isEmpty();
        assertThat(foreseen.of(start())).contains(new Finding("educationId", Fault.AFFILIATION_OVERLAPS));
    }

    @Test
    void what_ended_in_a_form_is_not_there_any_more_for_the_rest_of_it() {
        var foreseen = reports.foresight(school);

        assertThat(foreseen.of(end(TODAY.minusDays(1)))).isEmpty();

        assertThat(foreseen.of(handOver(TODAY.minusDays(1))))
                .contains(new Finding("educationId", Fault.AFFILIATION_ENDED));
    }

    @Test
    void a_second_end_is_foreseen_as_it_would_be_refused_K11() {
        reports.carryOut(end(TODAY.minusDays(1)), school);

        assertThat(reports.foresight(school).of(end(TODAY.minusDays(1))))
                .contains(new Finding("educationId", Fault.AFFILIATION_ENDED));
        assertThat(reports.foresight(other).of(new MovementReport.End(id, other, COMPULSORY_STUDENT, TODAY)))
                .contains(new Finding("educationId", Fault.PERSON_NOT_FOUND));
    }

    @Test
    void a_wrong_birth_date_is_as_an_unknown_person() {
        var wrong = new MovementReport.Start(id, BORN.plusDays(1), at(school));

        assertThat(reports.foresight(school).of(wrong)).contains(new Finding("educationId", Fault.PERSON_NOT_FOUND));
    }

    private MovementReport end(LocalDate lastDay) {
        return new MovementReport.End(id, school, COMPULSORY_STUDENT, lastDay);
    }

    private MovementReport start() {
        return new MovementReport.Start(id, BORN, at(school));
    }

    private MovementReport handOver(LocalDate lastDay) {
        return new MovementReport.HandOver(id, school, lastDay, at(other));
    }

    private static NewAffiliation at(InstitutionCode institution) {
        return new NewAffiliation(
                institution, new SiteSerial("001"), COMPULSORY_STUDENT, TODAY, BigDecimal.TEN, null, null);
    }
}
