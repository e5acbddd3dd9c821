package dev.kapu.registry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.lookup.Persons;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class SeedingTest {
    @Autowired
    private Seeding seeding;

    @Autowired
    private SeedStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Persons persons;

    @Autowired
    private ExampleCardholders examples;

    @Autowired
    private SyntheticPersons synthetic;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_was_made_is_found_in_the_registry_and_not_made_twice() {
        var size = new SeedStore.Size(1_000, 20);

        seeding.load(size);
        asking(5_000).afterSingletonsInstantiated();

        var settlements = Settlement.all();
        var population = new Population(new Schools(20, settlements), settlements);
        for (int i = 0; i < 1_000; i++) {
            var made = population.next();
            var reach = made.responsible() == null
                    ? new Reach(Scope.UNATTACHED, null)
                    : new Reach(
                            Scope.RESPONSIBLE_INSTITUTION, made.responsible().text());
            assertThat(persons.find(made.person().educationId(), reach)).contains(made.person());
        }
        assertThat(store.loaded()).contains(size);
        assertThat(store.registryIsEmpty()).isFalse();
        assertThat(jdbc.sql("select count(*) from institution where code between '027001' and '027020'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
        assertThat(examples.first(3))
                .hasSize(3)
                .allSatisfy(example -> assertThat(persons.find(
                                EducationId.of(example.educationId()),
                                new Reach(Scope.AFFILIATED_WITH_NAMED_INSTITUTION, example.institutionCode())))
                        .isPresent());
        assertThat(synthetic.some(Integer.MAX_VALUE, 0))
                .hasSizeGreaterThan(500)
                .noneMatch(person ->
                        person.educationId().equals(examples.first(1).get(0).educationId()));
    }

    @Test
    void a_registry_that_holds_anything_stays_as_it_is() {
        new TestRegistry(jdbc).person();
        int before = count();

        asking(5_000).afterSingletonsInstantiated();

        assertThat(count()).isEqualTo(before);
    }

    private Seeding asking(int persons) {
        return new Seeding(new SeedProperties(true, persons, null), store, transaction);
    }

    private int count() {
        return jdbc.sql("select count(*) from person").query(Integer.class).single();
    }
}
