package dev.kapu.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.start.Listeners;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies that are too large, or never come: the sender can read its fault, and the hub stays small. */
@HubTest
class LargeAndSlowRequestsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String TOO_LARGE = "<faultcode>soap:Client.Message.TooLarge</faultcode>";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Listeners listeners;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    CardRequest request;
    Records records;

    @BeforeEach
    void a_card_request_of_a_school() {
        request = CardRequest.by(jdbc);
        records = new Records(jdbc);
    }

    @Test
    void a_hundred_megabytes_that_are_announced_get_their_fault_although_the_client_sends_them_all_first() {
        var body = PartnerClient.padded(request.message(), 100);
        long length = request.message().getBytes(UTF_8).length + 100L * MEGABYTE;

        var answer = school().ask("IdCards", BodyPublishers.fromPublisher(body, length));

        assertThat(answer.body()).contains(TOO_LARGE);
        refused("Client.Message.TooLarge");
        assertThat(records.of(request.id()).requestBytes()).isLessThanOrEqualTo(65_536);
    }

    @Test
    void a_hundred_megabytes_without_a_length_get_their_fault_after_the_first() {
        var answer = school().ask("IdCards", PartnerClient.padded(request.message(), 100));

        assertThat(answer.body()).contains(TOO_LARGE);
        refused("Client.Message.TooLarge");
    }

    @Test
    void a_strangers_hundred_megabytes_are_refused_early() {
        var answer = school().with("Authorization", PartnerClient.basic("school-program", "wrong"))
                .ask("IdCards", PartnerClient.padded(request.message(), 100));

        assertThat(answer.body()).contains("<faultcode>soap:Client.Identity.CredentialInvalid</faultcode>");
        assertThat(records.of(request.id()).requestBytes()).isLessThanOrEqualTo(65_536);
    }

    @Test
    void who_waits_for_leave_to_send_too_much_gets_the_fault_and_no_leave() throws IOException {
        try (var raw = raw("Content-Length: 104857600\r\nExpect: 100-continue")) {
            assertThat(raw.answer())
                    .startsWith("HTTP/1.1 500")
                    .contains(TOO_LARGE)
                    .doesNotContain("100 Continue");
        }
        assertThat(records.all()).extracting(Records.Row::reason).containsExactly("Client.Message.TooLarge");
    }

    @Test
    void who_waits_for_leave_to_send_a_good_message_gets_it() throws IOException {
        byte[] message = request.message().getBytes(UTF_8);
        try (var raw = raw("Content-Length: " + message.length + "\r\nExpect: 100-continue")) {
            raw.send(message);

            assertThat(raw.answer()).startsWith("HTTP/1.1 100").contains("requestCardResponse");
        }
    }

    @Test
    void many_large_bodies_at_once_do_not_fill_the_memory() throws Exception {
        var senders = Executors.newFixedThreadPool(8);
        var old = oldGeneration();
        System.gc();
        old.resetPeakUsage();
        long before = old.getUsage().getUsed();
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(senders.submit(this::sendFortyMegabytes));
        }

        for (var answer : answers) {
            assertThat(answer.get()).contains(TOO_LARGE);
        }
        senders.shutdown();
        assertThat(old.getPeakUsage().getUsed() - before).isLessThan(128L * MEGABYTE);
    }

    @Test
    void a_message_that_breaks_off_is_recorded_as_far_as_it_came() throws IOException {
        try (var raw = raw("Content-Length: 5000")) {
            raw.send(request.message()
                    .substring(0, request.message().indexOf("<soap:Body>"))
                    .getBytes(UTF_8));
            raw.breakOff();

            raw.answer();
        }
        refused("Client.Message.Incomplete");
    }

    private String sendFortyMegabytes() throws IOException {
        try (var raw = raw("Transfer-Encoding: chunked")) {
            var megabyte = new byte[MEGABYTE];
            raw.chunk(request.message().getBytes(UTF_8));
            for (int i = 0; i < 40; i++) {
                raw.chunk(megabyte);
            }
            raw.chunk(new byte[0]);
            return raw.answer();
        }
    }

    private void refused(String reason) {
        var row = records.of(request.id());
        assertThat(row.reason()).isEqualTo(reason);
        assertThat(row.partner()).isEqualTo("school-program");
        assertThat(records.all()).hasSize(1);
        assertThat(request.carriedOut(jdbc)).isFalse();
    }

    private PartnerClient school() {
        return new PartnerClient(port, credentials, "school-program");
    }

    private RawRequest raw(String headers) throws IOException {
        var secret = Files.readString(credentials.secret("school-program"));
        return new RawRequest(listeners.http().orElseThrow(), secret, headers);
    }

    private static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().matches(".*(Old|Tenured).*"))
                .findFirst()
                .orElseThrow();
    }
}
