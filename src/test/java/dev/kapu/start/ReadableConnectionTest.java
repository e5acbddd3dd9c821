package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class ReadableConnectionTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://192.0.2.1/kapu, true",
        "jdbc:postgresql://192.0.2.1/kapu?sslmode=prefer, true",
        "'jdbc:postgresql://127.0.0.1,192.0.2.1/kapu', true",
        "jdbc:postgresql://192.0.2.1/kapu?ssl=true, false",
        "jdbc:postgresql://192.0.2.1/kapu?sslmode=verify-full, false",
        "jdbc:postgresql://127.0.0.1:5432/kapu, false",
        "jdbc:postgresql:kapu, false",
    })
    void only_what_stays_on_this_machine_or_must_be_encrypted_cannot_be_read_on_the_way(String url, boolean readable) {
        var login = new Database.Login("hub", "hidden");

        assertThat(new Database(url, login, login).isReadableOnTheWay()).isEqualTo(readable);
    }

    @Test
    void the_start_warns_of_it_without_the_password() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(DatabaseConfiguration.class);
        logger.addAppender(log);
        var login = new Database.Login("hub", "hidden");

        DatabaseConfiguration.warnOfReaders(new Database("jdbc:postgresql://192.0.2.1/kapu", login, login));
        logger.detachAppender(log);

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("clear text").doesNotContain("hidden");
        });
    }
}
