package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ExternalBrokerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://192.0.2.1:61616?user=hub&password=hidden",
                "(tcp://127.0.0.1:61616,tcp://192.0.2.1:61616)?user=hub&password=hidden",
                "tcp://192.0.2.1:61616?sslEnabled=false&user=hub&password=hidden",
            })
    void clear_text_to_another_machine_is_warned_of_without_the_password(String url) {
        assertThat(warnings(url)).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("clear text", "sslEnabled=true")
                    .doesNotContain("hidden");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:61616?user=hub&password=hidden",
                "tcp://192.0.2.1:61616?sslEnabled=true&user=hub&password=hidden",
            })
    void what_is_encrypted_or_stays_on_this_machine_is_not(String url) {
        assertThat(warnings(url)).isEmpty();
    }

    private static List<ILoggingEvent> warnings(String url) {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(ExternalBroker.class);
        logger.addAppender(log);
        try {
            new ExternalBroker(url, 1_000_000).close();
            return log.list;
        } finally {
            logger.detachAppender(log);
        }
    }
}
