package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Contact;
import dev.kapu.fault.Fault;
import dev.kapu.gate.Gate;
import dev.kapu.gate.Reply;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.pki.TestAuthority;
import dev.kapu.soap.identity.HttpIdentity;
import dev.kapu.soap.signature.SignatureVerifier;
import dev.kapu.soap.signature.SignedEnvelopes;
import jakarta.jms.ConnectionFactory;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.jms.JMSConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** A message on which the sender could have written any user's name. */
@HubTest
class ExternalBrokerSendersTest {
    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HttpIdentity http;

    @Autowired
    SignatureVerifier signatures;

    @Autowired
    SoapProperties properties;

    @Autowired
    WsdlContracts contracts;

    @Autowired
    Gate gate;

    @Autowired
    LargeBodies large;

    @Autowired
    Contact contact;

    @Autowired
    Clock clock;

    private final Exchange exchange = new ExchangeImpl();
    private Map<String, List<String>> headers = Map.of();
    private CardRequest request;
    private Records records;

    @BeforeEach
    void a_card_request_of_a_school() {
        request = CardRequest.by(jdbc);
        records = new Records(jdbc);
    }

    @Test
    void the_brokers_word_counts_where_the_administrator_vouches_for_it() throws Exception {
        var reply = arrive(true, request.message(), "kapu.replies.school-program");

        assertThat(reply.fault()).isNull();
        assertThat(request.carriedOut(jdbc)).isTrue();
    }

    @Test
    void else_an_unsigned_message_is_from_nobody_is_recorded_so_and_gets_no_answer() throws Exception {
        var reply = arrive(false, request.message(), "kapu.replies.school-program");

        assertThat(reply.fault()).isEqualTo(Fault.NOT_AUTHENTICATED);
        assertThat(exchange.isOneWay()).isTrue();
        assertThat(request.carriedOut(jdbc)).isFalse();
        var row = records.of(request.message().getBytes(StandardCharsets.UTF_8), request.id());
        assertThat(row.partner()).isNull();
        assertThat(row.reason()).isEqualTo(Fault.NOT_AUTHENTICATED.code());
    }

    @Test
    void else_a_signed_message_is_from_its_signer_and_answered() throws Exception {
        var reply = arrive(false, signed(), "kapu.replies.school-program");

        assertThat(reply.fault()).isNull();
        assertThat(exchange.isOneWay()).isFalse();
        assertThat(request.carriedOut(jdbc)).isTrue();
    }

    @Test
    void else_the_answer_to_a_signed_message_goes_to_nobody_but_its_signer() throws Exception {
        var reply = arrive(false, signed(), "kapu.replies.admissions");

        assertThat(reply.fault()).isEqualTo(Fault.HEADER_INVALID);
        assertThat(exchange.isOneWay()).isTrue();
        assertThat(request.carriedOut(jdbc)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kapuUnreadable, Client.Message.Invalid",
        "kapuTooLarge, Client.Message.TooLarge",
        "kapuEncodingUnknown, Client.Header.Invalid"
    })
    void what_messaging_has_not_read_is_refused_and_recorded(String mark, String code) throws Exception {
        headers = Map.of(mark, List.of("true"));

        var reply = arrive(true, request.message(), "kapu.replies.school-program");

        assertThat(reply.fault()).isNotNull().extracting(Fault::code).isEqualTo(code);
        assertThat(request.carriedOut(jdbc)).isFalse();
        assertThat(records.of(request.id()).partner()).isEqualTo("school-program");
    }

    @ParameterizedTest
    @CsvSource({"'', false, true", "'', true, true", "tcp://mq:61616, false, false", "tcp://mq:61616, true, true"})
    void only_an_external_broker_needs_somebody_to_vouch_for_it(String url, String vouched, boolean counts) {
        var settings = new MockEnvironment()
                .withProperty("kapu.broker.url", url)
                .withProperty("kapu.broker.validated-users", vouched);

        assertThat(BrokersWord.of(settings).counts()).isEqualTo(counts);
    }

    private String signed() {
        return SignedEnvelopes.sign(request.message(), TestAuthority.issued(credentials, "school-program"));
    }

    private Reply arrive(boolean brokersWord, String envelope, String replyTo) throws Exception {
        var senders = new Senders(http, signatures, new BrokersWord(brokersWord));
        var door = new SoapDoor(properties, contracts, large, senders, gate, contact, clock);
        var service = contracts.services().stream()
                .filter(each -> each.name().equals("IdCards"))
                .findFirst()
                .orElseThrow();
        try (var jms = connections.createContext()) {
            var text = jms.createTextMessage(envelope);
            text.setStringProperty("JMSXUserID", "school-program");
            text.setJMSReplyTo(jms.createQueue(replyTo));
            var message = new MessageImpl();
            message.put(JMSConstants.JMS_REQUEST_MESSAGE, text);
            message.put(MessageImpl.PROTOCOL_HEADERS, headers);
            message.setContent(Reader.class, new StringReader(envelope));
            message.setExchange(exchange);
            return door.handle(new Incoming(message), service);
        }
    }
}
