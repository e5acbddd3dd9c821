package dev.kapu.registry.person;

import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.person.PersonStore.Birth;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class BirthsTest {
    @Autowired
    private PersonStore persons;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_impossible_day_is_nobodys_and_the_others_are_found_all_the_same() {
        var born = new Birth(new TestRegistry(jdbc).person(), BORN);

        var found = persons.born(List.of(
                new Birth(born.id(), LocalDate.of(20_010, 5, 1)),
                new Birth(born.id(), LocalDate.of(0, 3, 15)),
                new Birth(born.id(), LocalDate.of(-44, 3, 15)),
                born,
                new Birth(TestRegistry.freeId(), BORN)));

        assertThat(found).containsExactly(born);
    }
}
