package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.start.Listeners;
import dev.kapu.workbook.Format;
import dev.kapu.workbook.Template;
import dev.kapu.workbook.TemplateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of which each is good, far from each other in a file, so that only the submission of all shows what is wrong: a
 * pupil who begins in the dormitory twice, with five hundred leavers between (K11, K17).
 */
@HubTest
class RefusedTogetherTest {
    private static final int LEAVERS = 500;
    private static final int LAST = LEAVERS + 2;

    @Autowired
    ApplicationContext hub;

    @Autowired
    Listeners listeners;

    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    JdbcClient jdbc;

    private TestRegistry registry;
    private School school;
    private byte[] file;

    @BeforeEach
    void a_file_whose_first_row_stands_at_its_end_again() throws IOException {
        registry = new TestRegistry(jdbc);
        school = new School(hub);
        var twice = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        file = changed(sample(), sheet -> {
            start(sheet.createRow(1), twice);
            for (int row = 2; row < LAST; row++) {
                var leaver = registry.personAt(school.code, AffiliationType.COMPULSORY_STUDENT);
                fill(sheet.createRow(row), Map.of(0, leaver.text(), 7, "compulsory-student", 8, today()));
            }
            start(sheet.createRow(LAST), twice);
        });
    }

    @Test
    void where_all_or_nothing_was_asked_every_row_comes_back_with_the_refused_one_marked_and_can_be_sent_again_W3()
            throws IOException {
        var result = school.imports(file, form(true));

        assertThat(result)
                .contains(
                        "The registry refused ",
                        "Download all rows, the wrong ones marked",
                        "Nothing of it takes effect.")
                .contains(">" + (LAST + 1) + "</td>")
                .doesNotContain("Submitted as ");
        var errors = school.browser.download("/institution/import/errors");
        assertThat(said(errors, LAST)).contains("row " + (LAST + 1));
        assertThat(said(errors, 1)).isEmpty();

        var other = registry.personAt(registry.institution(), AffiliationType.COMPULSORY_STUDENT);
        var again = school.imports(changed(errors, sheet -> start(sheet.createRow(LAST), other)), form(true));

        assertThat(again).contains("Submitted as ");
        assertThat(school.get("/institution/submissions/" + School.number(again)))
                .contains("<dd>" + LAST + "</dd>");
    }

    @Test
    void where_the_good_rows_were_asked_the_refused_one_comes_back_alone_and_over_SOAP_too_W3() throws IOException {
        var result = school.imports(file, form(false));

        assertThat(result).contains("Submitted as ", "Download the wrong rows");
        var errors = school.browser.download("/institution/import/errors");
        assertThat(said(errors, 1)).contains("row " + (LAST + 1));
        changed(errors, sheet -> assertThat(sheet.getLastRowNum()).isOne());
        assertThat(overSoap())
                .contains("submissionNumber>" + School.number(result) + "<")
                .contains("wrongRows>1<", "row>" + (LAST + 1) + "<", "errorFile>");
    }

    private String overSoap() {
        var represented =
                "<r:representedParty><r:partyCode>" + school.code.text() + "</r:partyCode></r:representedParty>";
        var body = """
                <importWorkbook xmlns="urn:kapu:workbooks:v1"><institutionCode>%s</institutionCode>\
                <purpose>affiliation</purpose><role>student</role><errorFile>true</errorFile>\
                <workbook>%s</workbook></importWorkbook>""".formatted(school.code.text(), Base64.getEncoder().encodeToString(file));
        return new PartnerClient(listeners.https(), credentials, "school-program")
                .ask(
                        "Workbooks",
                        PartnerClient.envelope("submission", Map.of("represented", represented, "body", body)))
                .body();
    }

    private static Map<String, String> form(boolean allOrNothing) {
        return Map.of("role", "STUDENT", "purpose", "AFFILIATION", "allOrNothing", String.valueOf(allOrNothing));
    }

    private static void start(Row row, EducationId pupil) {
        fill(row, Map.of(0, pupil.text(), 1, "2010-05-01", 2, "001", 3, "dormitory", 4, today(), 5, "20", 6, "7"));
    }

    private static void fill(Row row, Map<Integer, String> cells) {
        cells.forEach((column, value) -> row.createCell(column).setCellValue(value));
    }

    private static String today() {
        return TestRegistry.TODAY.toString();
    }

    private static String said(byte[] file, int row) throws IOException {
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            return new DataFormatter()
                    .formatCellValue(workbook.getSheetAt(0)
                            .getRow(row)
                            .getCell(Template.STUDENT_AFFILIATION.columns().size()));
        }
    }

    private static byte[] sample() throws IOException {
        var sample = new ByteArrayOutputStream();
        new TemplateFiles().writeSample(Template.STUDENT_AFFILIATION, Format.XLSX, Locale.ENGLISH, sample);
        return sample.toByteArray();
    }

    private static byte[] changed(byte[] file, Consumer<Sheet> change) throws IOException {
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            change.accept(workbook.getSheetAt(0));
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
