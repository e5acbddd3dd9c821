package dev.kapu.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lookups that wait share a query; those within a transaction ask by its own connection. */
@HubTest
class PersonsWithinTest {
    private static final Reach EVERYONE = new Reach(Scope.EVERYONE, null);

    @Autowired
    private PersonStore persons;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void within_a_transaction_a_person_is_found_as_the_transaction_sees_them() {
        transaction.executeWithoutResult(status -> {
            var id = new TestRegistry(jdbc).person();

            assertThat(persons.findWithin(id, EVERYONE, TestRegistry.TODAY)).isPresent();
            assertThat(persons.findWithin(id, new Reach(Scope.RESPONSIBLE_INSTITUTION, "000000"), TestRegistry.TODAY))
                    .isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_shared_lookup_refuses_to_be_asked_within_a_transaction() {
        var id = new TestRegistry(jdbc).person();

        transaction.executeWithoutResult(status ->
                assertThatIllegalStateException().isThrownBy(() -> persons.find(id, EVERYONE, TestRegistry.TODAY)));

        assertThat(persons.find(id, EVERYONE, TestRegistry.TODAY)).isPresent();
    }
}
