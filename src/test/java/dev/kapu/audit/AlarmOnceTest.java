package dev.kapu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.core.io.FileSystemResource;

/** A database that takes no records is said once, and once that it takes them again (K21). */
class AlarmOnceTest {
    private final RecordDoor door = new RecordDoor(
            new RecordTrialStore(new PGSimpleDataSource(), Duration.ofSeconds(1)),
            Duration.ofSeconds(1),
            Clock.systemUTC());

    @Test
    void of_several_writers_that_fail_the_first_has_news_and_of_those_that_store_again() {
        assertThat(door.stored()).isFalse();

        assertThat(door.failed("53100")).isTrue();
        assertThat(door.failed("53100")).isFalse();

        assertThat(door.stored()).isTrue();
        assertThat(door.stored()).isFalse();
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
