package dev.kapu.registry.amendment;

import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing is locked after the first amendment of a submission, so no two submissions wait for each other. */
@HubTest
class AmendmentLocksTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    Amendments amendments;

    @Autowired
    AmendmentLocks beforehand;

    @Autowired
    Registrations registrations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private EducationId id;

    @BeforeEach
    void child() {
        var school = new TestRegistry(jdbc).institution();
        id = TestPeople.registered(registrations, TestPeople.child(), school, COMPULSORY_STUDENT);
    }

    @Test
    void who_is_amended_twice_is_locked_once() {
        var renamed = amendment(new PersonName("Átnevezett", "Emma"), null);
        var reborn = amendment(null, LocalDate.of(1932, 3, 4));

        assertThat(locksTakenLater(List.of(renamed, reborn))).isZero();
    }

    @Test
    void who_is_amended_twice_is_locked_once_also_if_the_first_amendment_is_refused() {
        var renamed = amendment(new PersonName("Átnevezett", "Emma"), null);
        var reborn = amendment(null, LocalDate.of(1932, 3, 4));

        var later = transaction.execute(status -> {
            beforehand.take(() -> Stream.of(List.of(renamed, reborn)));
            long before = locks();
            amendments.amend(reborn, EVERYONE);
            return locks() - before;
        });

        assertThat(later).isZero();
    }

    @Test
    void who_is_amended_more_often_than_can_be_foreseen_makes_all_others_wait() {
        var often = Collections.nCopies(7, amendment(new PersonName("Átnevezett", "Emma"), null));

        assertThat(locksTakenLater(often)).isZero();
    }

    private long locksTakenLater(List<Amendment> some) {
        return transaction.execute(status -> {
            beforehand.take(() -> Stream.of(some));
            long before = locks();
            some.forEach(amendment -> amendments.amend(amendment, EVERYONE));
            return locks() - before;
        });
    }

    private long locks() {
        return jdbc.sql("select count(*) from registering").query(Long.class).single();
    }

    private Amendment amendment(@Nullable PersonName birthName, @Nullable LocalDate birthDate) {
        return TestAmendment.correction(id)
                .birthName(birthName)
                .birthDate(birthDate)
                .made();
    }
}
