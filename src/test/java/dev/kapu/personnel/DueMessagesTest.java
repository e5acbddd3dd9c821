package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.HOURLY_PAID;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.TestDays;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionTemplate;

/** E4: what is parked is tried again when something about the person changes, and every day. */
@HubTest
class DueMessagesTest extends StaffTest {
    @Autowired
    ApplicationContext hub;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void when_the_other_institution_reports_the_end() {
        parkedAsHeldElsewhere();

        affiliations.end(teacher, school, MAIN_EMPLOYMENT, SUMMER, HeldAffiliations.EVERYONE);

        awaitApplied(teacher);
    }

    @Test
    void when_the_registry_learns_the_birth_date() {
        var born = registry.person();
        bornOn(born, BORN.plusDays(1));
        var kept = report(new Messages(born, BORN).main(1, WINTER, school));
        assertThat(kept.get(0).reason()).isEqualTo("Client.Person.NotFound");

        bornOn(born, BORN);
        publish(new PersonAmended(
                UUID.randomUUID(),
                Instant.now(),
                nobodysPupil(born),
                "",
                List.of(),
                "mistake",
                TODAY,
                Set.of("birthDate")));

        awaitApplied(born);
    }

    @Test
    void when_a_merger_leads_to_somebody_also_under_the_retired_id() {
        var twin = registry.person();
        bornOn(twin, BORN.plusDays(1));
        report(new Messages(twin, BORN).posting(1, WINTER, school, HOURLY_PAID, 4));

        registry.merge(twin, teacher);
        publish(new PersonsMerged(
                UUID.randomUUID(), Instant.now(), nobodysPupil(teacher), twin.text(), teacher.text()));

        awaitApplied(teacher);
    }

    @Test
    void who_could_not_be_tried_on_the_new_day_is_tried_a_minute_later() {
        parkedAsHeldElsewhere();
        jdbc.sql("update affiliation set end_date = ? where education_id = ? and type = 'main-employment'")
                .params(SUMMER, teacher.number())
                .update();
        var days = new DueMessages(hub.getBean(UnsettledStore.class), stumblingOnce(), TestDays.on(TODAY));

        days.onNewDay();
        assertThat(reports.of(teacher).kept()).extracting(KeptMessage::state).contains(MessageState.PARKED);
        days.onNewDay();

        assertThat(reports.of(teacher).kept()).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED);
    }

    private StaffReports stumblingOnce() {
        var stumbled = new AtomicBoolean();
        return new StaffReports(
                hub.getBean(StaffMessageStore.class),
                hub.getBean(StaffIntake.class),
                hub.getBean(EmploymentStore.class),
                hub.getBean(Replay.class),
                hub.getBean(PresentIds.class),
                TestDays.on(TODAY)) {
            @Override
            public void retry(EducationId id) {
                if (id.equals(teacher) && !stumbled.getAndSet(true)) {
                    throw new CannotAcquireLockException("the database is away");
                }
                reports.retry(id);
            }
        };
    }

    /** What an institution reported after the module had spoken of the person. */
    private void parkedAsHeldElsewhere() {
        report(says.posting(1, WINTER, other, HOURLY_PAID, 4));
        registry.affiliate(teacher, school, MAIN_EMPLOYMENT, WINTER, null, 20);
        var kept = report(says.main(2, SUMMER, other));
        assertThat(kept.get(0).reason()).isEqualTo("Client.Affiliation.HeldElsewhere");
    }

    private void bornOn(EducationId id, LocalDate day) {
        jdbc.sql("update person set birth_date = ? where education_id = ?")
                .params(day, id.number())
                .update();
    }

    private static Subject nobodysPupil(EducationId id) {
        return new Subject(id.text(), Set.of(), null);
    }

    private void publish(RegistryEvent event) {
        transaction.executeWithoutResult(status -> hub.publishEvent(event));
    }

    private void awaitApplied(EducationId id) {
        await().untilAsserted(() ->
                assertThat(reports.of(id).kept()).extracting(KeptMessage::state).containsOnly(MessageState.APPLIED));
    }
}
