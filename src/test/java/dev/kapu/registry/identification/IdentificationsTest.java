package dev.kapu.registry.identification;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.person.Person;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** ADR 17, 25: an ID alone opens nobody, and who guesses is stopped. */
@HubTest
class IdentificationsTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);
    private static final PersonName BORNE = new PersonName("Nagy Lászlóné Kovács", "Anna");
    private static final PersonName AT_BIRTH = new PersonName("kovács", "ANNA");

    @Autowired
    private Identifications identifications;

    @Autowired
    private IdentificationProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private TestRegistry registry;
    private EducationId person;
    private final String partner = "partner-" + UUID.randomUUID();

    @BeforeEach
    void aPerson() {
        registry = new TestRegistry(jdbc);
        person = registry.person();
    }

    @Test
    void who_knows_id_birth_date_and_name_borne_or_at_birth_names_the_person() {
        assertThat(named(person, BORNE, BORN).educationId()).isEqualTo(person);
        assertThat(named(person, AT_BIRTH, BORN).educationId()).isEqualTo(person);
    }

    @Test
    void a_retired_id_names_the_person_under_the_present_one_K1() {
        var survivor = registry.person();
        registry.merge(person, survivor);

        assertThat(named(person, BORNE, BORN).educationId()).isEqualTo(survivor);
    }

    @Test
    void unknown_another_birth_date_another_name_and_out_of_reach_are_answered_alike() {
        var school = registry.institution();
        var ofAnother = new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, school.text());
        var pupil = registry.personAt(registry.institution(), AffiliationType.STUDENT);

        assertRefused(Fault.PERSON_NOT_FOUND, () -> named(TestRegistry.freeId(), BORNE, BORN));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> named(person, BORNE, BORN.plusDays(1)));
        assertRefused(Fault.PERSON_NOT_FOUND, () -> named(person, new PersonName("Kovács", "Éva"), BORN));
        assertRefused(
                Fault.PERSON_NOT_FOUND,
                () -> identifications.require(new Identity(pupil, BORNE, BORN), partner, ofAnother));
    }

    @Test
    void who_tries_birth_dates_of_one_id_is_stopped_after_three_and_nobody_else_is() {
        for (int days = 1; days <= 3; days++) {
            var born = BORN.plusDays(days);
            assertRefused(Fault.PERSON_NOT_FOUND, () -> named(person, BORNE, born));
        }

        assertRefused(Fault.PERSON_MISSES, () -> named(person, BORNE, BORN));
        assertThat(identifications.require(new Identity(person, BORNE, BORN), "another-" + partner, EVERYONE))
                .isNotNull();
    }

    @Test
    void who_names_too_many_unknown_persons_names_nobody_more_that_day() {
        for (int n = 0; n < properties.missesADay(); n++) {
            assertRefused(Fault.PERSON_NOT_FOUND, () -> named(TestRegistry.freeId(), BORNE, BORN));
        }

        assertRefused(Fault.PERSON_MISSES, () -> named(person, BORNE, BORN));
    }

    @Test
    void who_waits_for_the_persons_lock_has_named_them_already_and_holds_up_nobodys_question() {
        var namings = new ArrayList<CompletableFuture<EducationId>>();

        transaction.executeWithoutResult(status -> {
            named(person, BORNE, BORN);
            for (int n = 0; n < 5; n++) {
                namings.add(CompletableFuture.supplyAsync(
                        () -> Objects.requireNonNull(transaction.execute(
                                other -> named(person, BORNE, BORN).educationId())),
                        task -> new Thread(task).start()));
            }
            await().until(() -> namings.stream().anyMatch(CompletableFuture::isDone) || waiting() >= 5);
        });

        assertThat(namings.stream().map(CompletableFuture::join)).containsOnly(person);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private Person named(EducationId id, PersonName name, LocalDate born) {
        return identifications.require(new Identity(id, name, born), partner, EVERYONE);
    }
}
