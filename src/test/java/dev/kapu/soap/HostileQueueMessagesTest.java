package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import jakarta.jms.JMSRuntimeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link HostileMessagesTest} sends over HTTP, sent over JMS. */
@HubTest
class HostileQueueMessagesTest {
    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    BrokerAddress broker;

    @Autowired
    JdbcClient jdbc;

    QueuePartner school;
    CardRequest request;
    Records records;

    @BeforeEach
    void a_card_request_of_a_school() {
        school = new QueuePartner(broker.url(), credentials, "school-program");
        request = CardRequest.by(jdbc);
        records = new Records(jdbc);
    }

    @AfterEach
    void disconnect() {
        school.close();
    }

    @ParameterizedTest
    @MethodSource("dev.kapu.soap.HostileMessage#all")
    void a_hostile_message_gets_its_fault_and_its_record_and_has_no_effect(HostileMessage hostile) {
        try (var trap = new Trap()) {
            var message = hostile.spoil().apply(request.message()).replace("TRAP", trap.address());

            var answer = school.ask("IdCards", message);

            assertThat(answer)
                    .contains("<faultcode>soap:" + hostile.fault().code() + "</faultcode>")
                    .doesNotContain("root:", "SECRET", "Exception", "dev.kapu");
            var row = records.of(message.getBytes(StandardCharsets.UTF_8), request.id());
            assertThat(row.reason()).isEqualTo(hostile.fault().code());
            assertThat(row.partner()).isEqualTo("school-program");
            assertThat(records.all()).hasSize(1);
            assertThat(trap.visits()).isZero();
        }
        assertThat(request.carriedOut(jdbc)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SOAPJMS_contentType | multipart/related; type="application/xop+xml"; boundary=b | AttachmentRefused
            SOAPJMS_contentType | application/soap+xml; charset=utf-8                       | ContentTypeRefused
            SOAPJMS_contentType | application/json                                          | ContentTypeRefused
            SOAPJMS_soapAction  | "urn:kapu:id-cards:v1/verifySite"                         | ActionMismatch
            """)
    void a_property_of_the_binding_that_does_not_fit_is_refused(String property, String value, String code) {
        var answer = school.ask("IdCards", request.message(), property, value);

        assertThat(answer).contains("<faultcode>soap:Client.Message." + code + "</faultcode>");
        assertThat(records.all()).hasSize(1);
        var row = records.of(request.id());
        assertThat(row.reason()).isEqualTo("Client.Message." + code);
        assertThat(row.partner()).isEqualTo("school-program");
        assertThat(request.carriedOut(jdbc)).isFalse();
    }

    @Test
    void the_message_that_the_hostile_ones_were_made_from_is_carried_out() {
        assertThat(school.ask("IdCards", request.message())).contains("requestCardResponse");
        assertThat(request.carriedOut(jdbc)).isTrue();
    }

    @Test
    void without_a_reply_queue_nothing_is_done_or_sent_and_the_sender_is_recorded() {
        var correlation = school.send("IdCards", request.message(), null);

        await().until(() -> !records.all().isEmpty());
        var row = records.of(request.id());
        assertThat(row.partner()).isEqualTo("school-program");
        assertThat(row.reason()).isEqualTo(Fault.HEADER_INVALID.code());
        assertThat(row.operation()).isEqualTo("IdCards/requestCard");
        assertThat(request.carriedOut(jdbc)).isFalse();
        assertThat(school.answer(correlation, Duration.ofMillis(200))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kapu.replies.admissions", "kapu.out.school-program", "kapu.requests.IdCards"})
    void with_a_reply_queue_that_is_not_the_senders_own_the_broker_takes_nothing(String replyTo) {
        assertThatThrownBy(() -> school.send("IdCards", request.message(), replyTo))
                .isInstanceOf(JMSRuntimeException.class)
                .hasMessageContaining(Fault.HEADER_INVALID.code());
        assertThat(request.carriedOut(jdbc)).isFalse();
    }
}
