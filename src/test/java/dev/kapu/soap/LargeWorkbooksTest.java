package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.workbook.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workbook may be larger than another message, and nothing else may. */
@HubTest
class LargeWorkbooksTest {
    private static final Random RANDOM = new Random();
    private static final int MEGABYTE = 1024 * 1024;
    private static final String TOO_LARGE = "<faultcode>soap:Client.Message.TooLarge</faultcode>";

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

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
        var message = message(pupils(rows));
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
        var answer = school().ask("Workbooks", PartnerClient.padded(message(new byte[8]), 17));

        assertThat(answer.body()).contains(TOO_LARGE);
    }

    @Test
    void a_stranger_is_held_to_the_ordinary_limit() {
        var nobody = school().with("Authorization", "");

        assertThat(nobody.ask("Workbooks", message(new byte[2 * MEGABYTE])).body())
                .contains("<faultcode>soap:Client.")
                .doesNotContain("Response>");
        assertThat(jdbc.sql("select request_bytes from disclosure order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isLessThan(2 * MEGABYTE);
    }

    private byte[] pupils(int rows) throws IOException {
        var columns = Template.STUDENT_REGISTRATION.columns();
        try (var workbook = new SXSSFWorkbook(100);
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Students");
            for (int number = 0; number <= rows; number++) {
                var row = sheet.createRow(number);
                var values = pupil();
                for (int i = 0; i < columns.size(); i++) {
                    var column = columns.get(i);
                    var value = number == 0 ? column.heading(Locale.ENGLISH) : values.get(column.field());
                    if (value != null) {
                        row.createCell(i).setCellValue(value);
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private Map<String, String> pupil() {
        var names = List.of("name.family", "name.given", "motherName.family", "motherName.given").stream()
                .collect(Collectors.toMap(field -> field, field -> name()));
        names.putAll(Map.of(
                "birthName.family", names.get("name.family"),
                "birthName.given", names.get("name.given"),
                "birthPlace", "Debrecen",
                "birthDate", "2019-10-03",
                "sex", "female",
                "citizenship", "HU",
                "affiliation.institutionCode", institution.text(),
                "affiliation.siteSerial", "001",
                "affiliation.type", "compulsory-student"));
        names.putAll(Map.of(
                "affiliation.startDate", "2026-09-01", "affiliation.weeklyHours", "25", "affiliation.grade", "1"));
        return names;
    }

    private static String name() {
        return "Z" + RANDOM.ints(9, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
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
