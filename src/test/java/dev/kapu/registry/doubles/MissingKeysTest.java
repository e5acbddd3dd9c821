package dev.kapu.registry.doubles;

import static dev.kapu.fault.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.doubles.Likeness.Degree;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.Registrations;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K2: who was loaded by a version without keys is found once the hub has run for a while. */
@HubTest
class MissingKeysTest {
    @Autowired
    MissingKeys missing;

    @Autowired
    Doubles doubles;

    @Autowired
    Registrations registrations;

    @Autowired
    JdbcClient jdbc;

    private final NewPerson child = TestPeople.child();
    private EducationId id;

    @BeforeEach
    void loadedBefore() {
        var school = new TestRegistry(jdbc).institution();
        id = TestPeople.registered(registrations, child, school, AffiliationType.STUDENT);
        jdbc.sql("delete from person_key where education_id = ?")
                .param(id.number())
                .update();
    }

    @AfterEach
    void nothingIsMissing() {
        upto(Long.MAX_VALUE);
    }

    @Test
    void persons_of_an_earlier_version_are_found_afterwards() {
        upto(id.number() - 1);

        assertThat(missing.step(1)).isEqualTo(1);

        assertThat(doubles.find(List.of(child)).get(0)).isEqualTo(new Likeness(Degree.SAME, List.of(id)));
        assertThat(upto()).isEqualTo(id.number());
    }

    @Test
    void nothing_is_left_after_the_last() {
        upto(79_999_999_999L);

        assertThat(missing.step(10)).isZero();

        assertThat(upto()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nobody_is_registered_while_some_who_are_held_cannot_be_found_K2() {
        var school = new TestRegistry(jdbc).institution();
        upto(id.number() - 1);

        assertRefused(
                Fault.UNAVAILABLE, () -> registrations.register(child, TestPeople.at(school, AffiliationType.STUDENT)));

        assertThat(Fault.UNAVAILABLE.retryable()).isTrue();
    }

    private void upto(long id) {
        jdbc.sql("update person_key_filled set upto = ?").param(id).update();
    }

    private long upto() {
        return jdbc.sql("select upto from person_key_filled").query(Long.class).single();
    }
}
