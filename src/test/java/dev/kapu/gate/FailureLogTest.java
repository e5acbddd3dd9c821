package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kapu.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** A full disk is not filled further by saying so. */
class FailureLogTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(FailureLog.class);

    private final SettableClock clock = new SettableClock(Instant.now());
    private final FailureLog failures = new FailureLog(clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.addAppender(log);
    }

    @AfterEach
    void leave() {
        LOGGER.detachAppender(log);
    }

    @Test
    void while_the_database_takes_nothing_one_line_a_minute_counts_the_requests() {
        for (int request = 0; request < 100; request++) {
            failures.failed("IdCards/requestCard", new DataAccessResourceFailureException("a row"));
        }
        clock.advance(Duration.ofMinutes(1));
        failures.failed("IdCards/requestCard", new DataAccessResourceFailureException("a row"));

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("IdCards/requestCard failed for want of the database, as did 0 more")
                                .contains("DataAccessResourceFailureException")
                                .doesNotContain("a row"),
                        second -> assertThat(second).contains("as did 99 more"));
    }

    @Test
    void what_fails_by_itself_has_its_own_line() {
        failures.failed("IdCards/requestCard", new IllegalStateException());
        failures.failed("IdCards/requestCard", new IllegalStateException());

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .allMatch(line -> line.startsWith("IdCards/requestCard failed: java.lang.IllegalStateException"));
    }
}
