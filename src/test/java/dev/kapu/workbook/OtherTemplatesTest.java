package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherTemplatesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "STUDENT_AFFILIATION, STUDENT_REGISTRATION",
        "STUDENT_AMENDMENT, STUDENT_REGISTRATION",
        "STAFF_REGISTRATION, STUDENT_AFFILIATION",
        "STUDENT_AFFILIATION, STAFF_AMENDMENT"
    })
    void a_published_template_of_something_else_is_called_by_its_name(Template filled, Template asked)
            throws IOException {
        var file = published(filled);

        assertThatThrownBy(() -> Import.of(file, asked, Import.LIMITS))
                .isInstanceOfSatisfying(FaultException.class, refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.WORKBOOK_OTHER_TEMPLATE);
                    assertThat(refused.where()).isEqualTo(filled.word());
                });
    }

    @Test
    void a_column_that_was_deleted_makes_no_other_template_of_it() throws IOException {
        var file = folder.resolve("amendments.xlsx");
        try (var workbook = new XSSFWorkbook()) {
            var headings = workbook.createSheet("Changes").createRow(0);
            Template.STUDENT_AMENDMENT.columns().stream()
                    .filter(column -> !column.field().equals("changedOn"))
                    .forEach(column -> headings.createCell(headings.getPhysicalNumberOfCells())
                            .setCellValue(column.heading(Locale.ENGLISH)));
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }

        var read = Import.of(file, Template.STUDENT_AMENDMENT, Import.LIMITS);

        assertThat(read.reasons()).containsExactly(Problem.COLUMN_MISSING);
    }

    private Path published(Template template) throws IOException {
        var file = folder.resolve(template.word() + ".xlsx");
        try (var out = Files.newOutputStream(file)) {
            new TemplateFiles().writeSample(template, Format.XLSX, Locale.forLanguageTag("hu"), out);
        }
        return file;
    }
}
