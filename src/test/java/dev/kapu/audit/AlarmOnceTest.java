package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.core.io.FileSystemResource;

/** A database that takes no records is said once, and once that it takes them again (K21). */
class AlarmOnceTest {
    private final SettableClock clock = new SettableClock(Instant.now());
    private final RecordDoor door = new RecordDoor(
            new RecordTrialStore(new PGSimpleDataSource(), Duration.ofSeconds(1)), Duration.ofSeconds(1), clock);

    @Test
    void of_several_writers_that_fail_the_first_has_news_and_of_those_that_store_again() {
        assertThat(door.stored()).isFalse();

        assertThat(door.failed("53100")).isTrue();
        assertThat(door.failed("53100")).isFalse();

        clock.advance(Duration.ofSeconds(2));
        assertThat(door.stored()).isTrue();
        assertThat(door.stored()).isFalse();
    }

    @Test
    void a_record_that_finds_room_among_those_that_do_not_ends_no_alarm() {
        assertThat(door.failed("53100")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(door.stored()).isFalse();
        assertThat(door.failed("53100")).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(door.stored()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(door.stored()).isTrue();
    }

    @Test
    void the_probe_of_the_database_writes_no_stack_at_each_look() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("settings", new FileSystemResource(Path.of("config/application.yaml")))
                .get(0);

        assertThat(settings.getProperty("logging.level." + DataSourceHealthIndicator.class.getName()))
                .hasToString("error");
    }
}
