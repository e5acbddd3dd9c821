package dev.kapu.registry.movement;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A change of institution as one change (K11). */
@HubTest
@RecordApplicationEvents
class HandoverTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private TestRegistry registry;
    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId id;

    @BeforeEach
    void aPupil() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        id = registry.personAt(school, COMPULSORY_STUDENT);
    }

    @Test
    void a_handover_ends_there_and_starts_here_as_one_change() {
        var done = affiliations.handOver(id, school, COMPULSORY_STUDENT, TODAY.minusDays(1), at("001"), EVERYONE);

        assertThat(done.ended().endDate()).isEqualTo(TODAY.minusDays(1));
        assertThat(done.ended().responsible()).isFalse();
        assertThat(done.started().affiliation().responsible()).isTrue();
        assertThat(done.started().reEntry()).isNull();
        assertThat(registry.responsible(id)).isEqualTo(other.text());
        assertThat(events.stream(ResponsibleInstitutionChanged.class)
                        .filter(event -> event.subject().educationId().equals(id.text())))
                .singleElement()
                .satisfies(event -> assertThat(event.newInstitutionCode()).isEqualTo(other.text()));
    }

    @Test
    void of_a_handover_that_cannot_start_nothing_is_left() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() ->
                        affiliations.handOver(id, school, COMPULSORY_STUDENT, TODAY.minusDays(1), at("003"), EVERYONE))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.SITE_NOT_FOUND);

        assertThat(affiliations.of(id, EVERYONE))
                .singleElement()
                .satisfies(held -> assertThat(held.endDate()).isNull());
        assertThat(registry.responsible(id)).isEqualTo(school.text());
    }

    @Test
    void after_a_long_gap_it_is_a_return_and_no_handover_K15() {
        var lastDay = TODAY.minusDays(93);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> affiliations.handOver(id, school, COMPULSORY_STUDENT, lastDay, at("001"), EVERYONE))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.AFFILIATION_DATE_INVALID);
        affiliations.handOver(id, school, COMPULSORY_STUDENT, lastDay.plusDays(1), at("001"), EVERYONE);

        assertThat(registry.responsible(id)).isEqualTo(other.text());
    }

    @Test
    void the_first_day_there_is_after_the_last_day_here_K11() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> affiliations.handOver(id, school, COMPULSORY_STUDENT, TODAY, at("001"), EVERYONE))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.AFFILIATION_DATE_INVALID);
    }

    private NewAffiliation at(String site) {
        return new NewAffiliation(other, new SiteSerial(site), COMPULSORY_STUDENT, TODAY, BigDecimal.TEN, null, null);
    }
}
