package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.start.Listeners;
import dev.kapu.workbook.ManyPupils;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workbook may be larger than another message, and nothing else may. */
@HubTest
class LargeWorkbooksTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String BUSY = "<faultcode>soap:Server.Busy</faultcode>";
    private static final String TOO_LARGE = "<faultcode>soap:Client.Message.TooLarge</faultcode>";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Listeners listeners;

    @LocalServerPort
    int port;

    private InstitutionCode institution;

    @BeforeEach
    void a_school() {
        institution = new TestRegistry(jdbc).institution();
    }

    /** For the figures of docs/performance.md: {@code -Dkapu.rows=100000}. */
    @Test
    void ten_thousand_rows_come_in_one_message_which_no_other_service_would_take() throws IOException {
        int rows = Integer.getInteger("kapu.rows", 10_000);
        var message = message(new ManyPupils(institution, rows).workbook());
        assertThat(message.length()).isGreaterThan(MEGABYTE);
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();

        var answer = school().ask("Workbooks", message).body();

        double seconds = (System.nanoTime() - start) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        LoggerFactory.getLogger(LargeWorkbooksTest.class)
                .info("{} rows, {} bytes, {} s, heap at most {} MB", rows, message.length(), seconds, peak >> 20);
        assertThat(answer).contains("entryCount>" + rows + "<", "wrongRows>0<");
        assertThat(school().ask("IdCards", message).body()).contains(TOO_LARGE);
    }

    @Test
    void there_is_a_limit_to_workbooks_too() {
        var answer = school().ask("Workbooks", PartnerClient.padded(message(new byte[8]), 25));

        assertThat(answer.body()).contains(TOO_LARGE);
    }

    @Test
    void a_stranger_is_held_to_the_ordinary_limit() {
        var nobody = school().with("Authorization", "");

        assertThat(nobody.ask("Workbooks", message(new byte[2 * MEGABYTE])).body())
                .contains("<faultcode>soap:Client.")
                .doesNotContain("Response>");
        assertThat(jdbc.sql("select request_bytes from disclosure where channel = 'HTTP' order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isLessThan(2 * MEGABYTE);
    }

    /** What holds room here is a message that stops in the middle. */
    @Test
    void a_sender_has_room_for_one_large_message_and_none_is_taken_by_a_small_one_or_without_a_grant()
            throws IOException {
        var large = message(new byte[2 * MEGABYTE]);
        try (var held = new RawRequest(
                listeners.http().orElseThrow(),
                "Workbooks",
                Files.readString(credentials.secret("school-program")),
                "Transfer-Encoding: chunked")) {
            held.chunk(large.substring(0, 3 * MEGABYTE / 2).getBytes(StandardCharsets.UTF_8));
            await().untilAsserted(() ->
                    assertThat(school().ask("Workbooks", large).body()).contains(BUSY));

            var small = school().ask("Workbooks", message(new byte[8])).body();
            var strange = new PartnerClient(port, credentials, "funding-control")
                    .ask("Workbooks", large.replace("school-program", "funding-control"))
                    .body();

            assertThat(small).contains("soap:Client.Workbook.WrongKind");
            assertThat(strange).contains(TOO_LARGE);
        }
        await().untilAsserted(() ->
                assertThat(school().ask("Workbooks", large).body()).contains("soap:Client.Workbook.WrongKind"));
    }

    private PartnerClient school() {
        return new PartnerClient(port, credentials, "school-program");
    }

    private String message(byte[] workbook) {
        var represented =
                "<r:representedParty><r:partyCode>" + institution.text() + "</r:partyCode></r:representedParty>";
        var body = """
                <importWorkbook xmlns="urn:kapu:workbooks:v1"><institutionCode>%s</institutionCode>\
                <purpose>registration</purpose><role>student</role><workbook>%s</workbook></importWorkbook>""".formatted(institution.text(), Base64.getEncoder().encodeToString(workbook));
        return PartnerClient.envelope("submission", Map.of("represented", represented, "body", body));
    }
}
