package dev.kapu.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kapu.HubTest;
import dev.kapu.personnel.ComparisonRounds.Round;
import dev.kapu.personnel.StaffModule.Failed;
import dev.kapu.personnel.StaffModule.Failure;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S10: a module that answers nobody is an alarm, a light and a number. */
@HubTest
class SilentModuleTest {
    private static final Instant UNTIL = Instant.parse("2026-11-26T03:00:00Z");
    private static final StaffModule ANSWERING = (institution, day) -> List.of();
    private static final StaffModule DOWN = (institution, day) -> {
        throw Failed.leftInPeace(Failure.UNREACHABLE, UNTIL);
    };
    private static final int LAST_ROUND = 6;

    @Autowired
    ComparisonRounds rounds;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ModuleContacts contacts;

    @Autowired
    ModuleWatch watch;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private InstitutionCode one;
    private InstitutionCode other;

    @BeforeEach
    void answersAtFirst() {
        var registry = new TestRegistry(jdbc);
        one = registry.institution();
        other = registry.institution();
        reconciliation.compare(ANSWERING, one);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void answersInTheEnd() {
        reconciliation.compare(ANSWERING, one);
        reconciliation.compare(ANSWERING, other);
        logger().detachAppender(log);
    }

    @Test
    void once_it_is_left_in_peace_there_is_one_alarm_with_the_cause_and_each_institution_keeps_the_cause() {
        rounds.compare(Instant.now(), DOWN, List.of(one, other));

        assertThat(lines())
                .filteredOn(line -> line.startsWith("ALARM"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("ALARM personnel module does not answer")
                        .endsWith("unreachable"));
        assertThat(List.of(one, other))
                .allSatisfy(institution -> assertThat(reconciliation.of(institution))
                        .hasValueSatisfying(found -> assertThat(found.failure()).isEqualTo("unreachable")));
        assertThat(contacts.latest()).hasValueSatisfying(contact -> {
            assertThat(contact.silentSince()).isNotNull();
            assertThat(contact.answeredAt()).isNotNull();
            assertThat(contact.peaceUntil()).isEqualTo(UNTIL);
        });
    }

    @Test
    void a_round_in_which_nobody_had_an_answer_is_an_alarm_too_and_one_in_which_somebody_had_is_none() {
        StaffModule slow = (institution, day) -> {
            throw new Failed(Failure.TOO_SLOW);
        };
        StaffModule slowForOne = (institution, day) -> institution.equals(one) ? slow.listStaff(one, day) : List.of();

        rounds.run(new Round(Instant.now(), slowForOne, List.of(other, one), 0, LAST_ROUND), () -> null);
        assertThat(lines()).noneMatch(line -> line.startsWith("ALARM"));

        rounds.run(new Round(Instant.now(), slow, List.of(other, one), 0, LAST_ROUND), () -> null);
        assertThat(lines()).anyMatch(line -> line.matches("ALARM personnel module .* too-slow"));
    }

    @Test
    void the_gauges_say_for_how_long_and_for_how_many_until_it_answers_again() {
        watch.look();
        double before = unanswered();
        rounds.compare(Instant.now(), DOWN, List.of(one, other));
        jdbc.sql("update personnel_contact set silent_since = silent_since - interval '1 hour'")
                .update();

        watch.look();

        assertThat(meters.get("kapu.personnel.silent").gauge().value()).isGreaterThan(59 * 60.0);
        assertThat(unanswered()).isEqualTo(before + 2);

        reconciliation.compare(ANSWERING, other);
        watch.look();
        assertThat(meters.get("kapu.personnel.silent").gauge().value()).isZero();
        assertThat(lines()).contains("The personnel module answers again");
    }

    @Test
    void a_stop_of_the_hub_is_no_failure_of_the_module() {
        reconciliation.compare(
                (institution, day) -> {
                    throw new Failed(Failure.NOT_ASKED);
                },
                one);

        assertThat(reconciliation.of(one))
                .hasValueSatisfying(found -> assertThat(found.failure()).isNull());
        assertThat(contacts.latest())
                .hasValueSatisfying(contact -> assertThat(contact.silentSince()).isNull());
    }

    private double unanswered() {
        return meters.get("kapu.personnel.unanswered").gauge().value();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ModuleContacts.class);
    }
}
