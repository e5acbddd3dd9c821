package dev.kapu.systems.affiliations;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kapu.HubTest;
import dev.kapu.contract.affiliations.HandOver;
import dev.kapu.contract.person.AffiliationType;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class HandOversTest {
    @Autowired
    private Affiliations affiliations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nobody_hands_a_person_over_to_an_institution_that_they_do_not_represent() {
        var registry = new TestRegistry(jdbc);
        var from = registry.institution();
        var to = registry.institution();
        var id = registry.personAt(from, COMPULSORY_STUDENT);
        var report = new HandOver();
        report.setEducationId(id.text());
        report.setInstitutionCode(from.text());
        report.setEndDate(TODAY);
        report.setToInstitutionCode(to.text());
        report.setToSiteSerial("001");
        report.setType(AffiliationType.COMPULSORY_STUDENT);
        report.setStartDate(TODAY);
        report.setWeeklyHours(BigDecimal.TEN);
        var handOvers = new HandOvers(affiliations, (partner, institution) -> institution.equals(from.text()));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> handOvers.handOver(
                        report,
                        "school-program",
                        new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, from.text())))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.REPRESENTATION_REFUSED);

        assertThat(registry.responsible(id)).isEqualTo(from.text());
    }
}
