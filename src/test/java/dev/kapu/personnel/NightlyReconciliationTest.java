package dev.kapu.personnel;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: one night. */
@HubTest
class NightlyReconciliationTest {
    @Autowired
    NightlyReconciliation nightly;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ComparisonStore store;

    @Autowired
    JdbcClient jdbc;

    @Test
    void those_without_an_answer_do_not_keep_the_others_from_being_compared() {
        var registry = new TestRegistry(jdbc);
        var answered = registry.institution();
        var silent = registry.institution();
        registry.personAt(answered, AffiliationType.MAIN_EMPLOYMENT);
        StaffModule module = (institution, day) -> {
            if (institution.equals(silent)) {
                throw new Failed(Failure.TOO_SLOW);
            }
            return List.of();
        };

        assertThat(nightly.compare(module, List.of(silent, answered))).containsExactly(silent);

        assertThat(reconciliation.of(answered)).hasValueSatisfying(one -> {
            assertThat(one.day()).isEqualTo(TODAY);
            assertThat(one.onlyHere()).isEqualTo(1);
        });
        assertThat(reconciliation.of(silent))
                .hasValueSatisfying(one -> assertThat(one.failure()).isEqualTo("too-slow"));
        assertThat(reconciliation.notable()).extracting(Comparison::institution).contains(answered, silent);
    }

    @Test
    void every_active_institution_is_asked_about() {
        var school = new TestRegistry(jdbc).institution();

        assertThat(store.institutions()).contains(school);
    }

    @Test
    void of_several_nodes_one_compares() {
        var planned = Instant.now();

        assertThat(store.begin(planned, planned)).isTrue();
        assertThat(store.begin(planned, planned)).isFalse();
    }

    @Test
    void without_an_address_the_module_is_never_asked() {
        assertThat(nightly.isRunning()).isFalse();
    }
}
