package dev.kapu.registry.master;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.BORN;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.institution.Institution.Kind;
import dev.kapu.registry.institution.Institutions;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.StartCorrections;
import dev.kapu.registry.movement.StartCorrections.Wrong;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** K6, K7: of a beginning and a change of the kind at the same moment the second sees what the first has done. */
@HubTest
class KindInUseTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private InstitutionChanges changes;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private StartCorrections corrections;

    @Autowired
    private Registrations registrations;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private InstitutionCode school;
    private EducationId unattached;
    private EducationId pupil;

    /** How compulsory schooling comes to begin at a school. */
    enum Way {
        START,
        CORRECTION,
        REGISTRATION
    }

    @BeforeEach
    void aPrimarySchool() {
        var registry = new TestRegistry(jdbc);
        school = registry.institution();
        unattached = registry.person();
        pupil = registry.personAt(school, STUDENT);
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_that_changes_while_something_begins_waits_and_is_refused(Way way) {
        var changing = transaction.execute(status -> {
            begin(way);
            return meanwhile(() -> {
                changes.amend(to(Kind.ARTS), "registry-office");
                return null;
            });
        });

        assertThat(changing).succeedsWithin(Patience.LIMIT).isEqualTo(Fault.KIND_IN_USE);
        assertThat(institutions.find(school).kind()).isEqualTo(Kind.PRIMARY);
    }

    @ParameterizedTest
    @EnumSource
    void what_begins_while_the_kind_changes_waits_and_is_refused(Way way) {
        var beginning = transaction.execute(status -> {
            changes.amend(to(Kind.ARTS), "registry-office");
            return meanwhile(() -> {
                transaction.executeWithoutResult(other -> begin(way));
                return null;
            });
        });

        assertThat(beginning).succeedsWithin(Patience.LIMIT).isEqualTo(Fault.AFFILIATION_TYPE_REFUSED);
        assertThat(institutions.find(school).kind()).isEqualTo(Kind.ARTS);
    }

    @ParameterizedTest
    @EnumSource
    void another_change_of_the_institution_makes_nobody_wait(Way way) {
        transaction.executeWithoutResult(status -> {
            changes.amend(
                    new InstitutionAmendment(school, TODAY, "Új Iskola", null, null, null, null, List.of()),
                    "registry-office");

            assertThat(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> begin(way))))
                    .succeedsWithin(Patience.LIMIT);
        });

        assertRefused(Fault.KIND_IN_USE, () -> changes.amend(to(Kind.ARTS), "registry-office"));
    }

    private void begin(Way way) {
        switch (way) {
            case START -> affiliations.start(unattached, BORN, compulsory(), OFFICE);
            case CORRECTION -> corrections.correct(pupil, BORN, new Wrong(STUDENT, START), compulsory(), OFFICE);
            case REGISTRATION -> registrations.register(TestPeople.child(), compulsory());
        }
    }

    /** Does it beside, once it waits for the transaction that this is called in; what it is refused with, or null. */
    private CompletableFuture<@Nullable Fault> meanwhile(Supplier<@Nullable Fault> work) {
        var done = CompletableFuture.supplyAsync(() -> {
            try {
                return work.get();
            } catch (FaultException no) {
                return no.fault();
            }
        });
        await().pollInSameThread().until(() -> somebodyWaits() || done.isDone());
        return done;
    }

    /** Asked by the connection that is waited for. */
    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select from pg_locks
                                        where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))""").query(Boolean.class).single();
    }

    private NewAffiliation compulsory() {
        return TestPeople.at(school, COMPULSORY_STUDENT);
    }

    private InstitutionAmendment to(Kind kind) {
        return new InstitutionAmendment(school, TODAY, null, kind, null, null, null, List.of());
    }
}
