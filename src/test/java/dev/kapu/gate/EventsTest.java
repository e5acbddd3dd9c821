package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.access.Access;
import dev.kapu.access.Decision;
import dev.kapu.access.Policies;
import dev.kapu.audit.Recorder;
import dev.kapu.contract.events.AffiliationEnded;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.UncategorizedJmsException;

@HubTest
class EventsTest {
    private static final String PERSON = "70000000016";

    @Autowired
    Policies policies;

    @Autowired
    Recorder recorder;

    @Autowired
    Contracts contracts;

    @Autowired
    QueueDoor queueDoor;

    @Autowired
    Carrier carrier;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private final Doors doors = new Doors();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @EnumSource(names = {"NOT_PERMITTED", "NOT_VALID_NOW", "REPRESENTATION_REFUSED"})
    void a_right_that_is_not_there_is_final_and_recorded(Fault reason) {
        var event = event();

        assertThat(events(question -> new Decision.Deny(reason, "cards.events", "version"))
                        .offer(event, "id-card-office"))
                .isFalse();

        assertThat(record(event))
                .containsEntry("outcome", "REFUSED")
                .containsEntry("reason", reason.code())
                .containsEntry("channel", "EVENT")
                .containsEntry("partner", "id-card-office")
                .containsEntry("operation", "events/affiliationEnded")
                .containsEntry("persons", "{" + PERSON + "}")
                .containsEntry("fields", "{}");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NOT_PERMITTED", "NOT_VALID_NOW", "REPRESENTATION_REFUSED"})
    void every_other_denial_may_pass_so_the_event_is_kept(Fault reason) {
        var event = event();
        var events = events(question -> new Decision.Deny(reason, null, "version"));

        assertThatThrownBy(() -> events.offer(event, "id-card-office"))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(reason));
        assertThat(records(event)).isZero();
        assertThat(failed()).isOne();
    }

    static Stream<Arguments> an_event_whose_hand_over_fails_counts_as_failed_and_is_on_record_for_each_attempt() {
        return Stream.of(
                Arguments.of(new IOException("a server is away"), Fault.UNAVAILABLE),
                Arguments.of(new UncategorizedJmsException(new JMSException("the broker is away")), Fault.UNAVAILABLE),
                Arguments.of(new RejectedExecutionException("the hub ends"), Fault.UNAVAILABLE),
                Arguments.of(new QueryTimeoutException("the database is away"), Fault.UNAVAILABLE),
                Arguments.of(new FaultException(Fault.BUSY), Fault.BUSY),
                Arguments.of(new IllegalArgumentException("a step of the route fails at it"), Fault.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource
    void an_event_whose_hand_over_fails_counts_as_failed_and_is_on_record_for_each_attempt(
            Exception failure, Fault fault) throws Exception {
        var event = event();
        var reach = new Reach(Scope.EVERYONE, null);
        var events = events(question ->
                new Decision.Permit("cards.events", "keep-cards", reach, null, Set.of("eventId"), "version"));

        try (var routes = new DefaultCamelContext()) {
            routes.addComponent("kapu", new KapuComponent(doors, queueDoor));
            routes.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("kapu:events/id-card-office").throwException(failure);
                }
            });
            routes.start();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> events.offer(event, "id-card-office"))
                        .isInstanceOfSatisfying(
                                FaultException.class,
                                no -> assertThat(no.fault()).isEqualTo(fault));
            }
        }

        assertThat(failed()).isEqualTo(2);
        assertThat(records(event)).isEqualTo(2);
    }

    @Test
    void a_person_out_of_scope_is_refused_finally_and_on_the_record() {
        var event = event();
        var reach = new Reach(Scope.NOBODY, null);

        assertThat(events(question -> new Decision.Permit(
                                "cards.events", "keep-cards", reach, null, Set.of("eventId"), "version"))
                        .offer(event, "id-card-office"))
                .isFalse();

        assertThat(record(event))
                .containsEntry("outcome", "REFUSED")
                .containsEntry("reason", "Client.Person.NotFound")
                .containsEntry("persons", "{" + PERSON + "}")
                .containsEntry("fields", "{}");
    }

    @Test
    void recipients_follow_from_the_route_files_and_the_grants_before_any_route_runs() {
        var events = events(question -> new Decision.Deny(Fault.INTERNAL, null, "version"));
        assertThat(events.partners()).isEmpty();
        assertThatThrownBy(() -> events.recipients("affiliationEnded", "040003"))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.UNAVAILABLE));

        doors.plan(new RoutePlan(Set.of(), Set.of(), Map.of(), Set.of("id-card-office", "admissions"), Map.of()));

        assertThat(events.partners()).containsExactlyInAnyOrder("id-card-office", "admissions");
        assertThat(events.recipients("affiliationEnded", "040003"))
                .as("admissions holds no grant for it")
                .containsExactly("id-card-office");
    }

    private Events events(Access access) {
        return new Events(access, policies, recorder, contracts, doors, carrier, new RequestMeters(meters), clock);
    }

    private long failed() {
        return meters.get("kapu.requests")
                .tags("partner", "id-card-office", "operation", "events/affiliationEnded", "outcome", "failed")
                .timer()
                .count();
    }

    private static Event event() {
        var body = new AffiliationEnded();
        var id = UUID.randomUUID();
        body.setEventId(id.toString());
        body.setEducationId(PERSON);
        return new Event(id, "affiliationEnded", body, new Subject(PERSON, Set.of("040003"), "040003"), "040003");
    }

    private Map<String, Object> record(Event event) {
        return jdbc.sql("""
                        select outcome, reason, channel, partner, operation, persons::text, fields::text
                          from disclosure where message_id = ?
                        """).param(event.id().toString()).query().singleRow();
    }

    private long records(Event event) {
        return jdbc.sql("select count(*) from disclosure where message_id = ?")
                .param(event.id().toString())
                .query(Long.class)
                .single();
    }
}
