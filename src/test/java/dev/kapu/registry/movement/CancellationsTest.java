package dev.kapu.registry.movement;

import static dev.kapu.registry.TestRegistry.BORN;
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
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K5, K11, K14: a start that was announced and does not come. */
@HubTest
@RecordApplicationEvents
class CancellationsTest {
    private static final Reach UNATTACHED = new Reach(Scope.UNATTACHED, null);

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private Persons persons;

    @Autowired
    private Histories histories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private InstitutionCode school;
    private InstitutionCode other;
    private EducationId id;

    @BeforeEach
    void aPupil() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        other = registry.institution();
        id = registry.person();
    }

    @Test
    void an_announced_start_is_taken_back_and_another_institution_can_start_K14() {
        start(school, TODAY.plusDays(5));

        var cancelled = cancellations.cancel(id, school, COMPULSORY_STUDENT, by(school));

        assertThat(cancelled.startDate()).isEqualTo(TODAY.plusDays(5));
        assertThat(cancelled.responsible()).isFalse();
        assertThat(affiliations.of(id, new Reach(Scope.EVERYONE, null))).isEmpty();
        assertThat(new TestRegistry(jdbc).responsible(id)).isNull();
        start(other, TODAY);
        assertThat(new TestRegistry(jdbc).responsible(id)).isEqualTo(other.text());
    }

    @Test
    void the_history_keeps_it_and_who_listens_hears_of_it() {
        start(school, TODAY.plusDays(5));

        cancellations.cancel(id, school, COMPULSORY_STUDENT, by(school));

        assertThat(histories.of(id))
                .filteredOn(entry -> entry.kind() == HistoryEntry.Kind.AFFILIATION_CANCELLED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .contains(new HistoryEntry.Field(
                                "startDate", TODAY.plusDays(5).toString(), null)));
        assertThat(events.stream(AffiliationCancelled.class))
                .filteredOn(event -> event.subject().educationId().equals(id.text()))
                .singleElement()
                .satisfies(event -> assertThat(event.institutionCode()).isEqualTo(school.text()));
    }

    @Test
    void one_that_has_begun_is_ended_and_not_taken_back() {
        start(school, TODAY);

        assertRefused(() -> cancellations.cancel(id, school, COMPULSORY_STUDENT, by(school)));

        assertThat(affiliations.of(id, new Reach(Scope.EVERYONE, null))).hasSize(1);
    }

    @Test
    void nobody_takes_back_what_another_announced_and_an_unknown_person_looks_alike() {
        start(school, TODAY.plusDays(5));

        assertRefused(() -> cancellations.cancel(id, school, COMPULSORY_STUDENT, by(other)));
        assertRefused(() -> cancellations.cancel(id, other, COMPULSORY_STUDENT, by(other)));
        assertRefused(() -> cancellations.cancel(TestRegistry.freeId(), other, COMPULSORY_STUDENT, by(other)));
    }

    @Test
    void whose_start_is_announced_is_not_unattached_K14() {
        assertThat(persons.find(id, UNATTACHED)).isPresent();

        start(school, TODAY.plusDays(5));

        assertThat(persons.find(id, UNATTACHED)).isEmpty();
    }

    private void start(InstitutionCode at, LocalDate day) {
        affiliations.start(
                id,
                BORN,
                new NewAffiliation(at, new SiteSerial("001"), COMPULSORY_STUDENT, day, BigDecimal.TEN, null, null),
                by(at));
    }

    private static Reach by(InstitutionCode institution) {
        return new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, institution.text());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(call)
                .extracting(FaultException::fault)
                .isEqualTo(Fault.AFFILIATION_NOT_FOUND);
    }
}
