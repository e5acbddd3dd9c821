package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.FaultTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateFilesTest {
    private static final Locale HUNGARIAN = Locale.forLanguageTag("hu");

    @TempDir
    Path folder;

    static Stream<Arguments> everyFile() {
        return Stream.of(Template.values())
                .flatMap(template -> Stream.of(Format.values())
                        .flatMap(format -> FaultTexts.LANGUAGES.stream()
                                .map(language -> Arguments.of(template, format, language))));
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void the_sample_reads_back_as_it_was_written(Template template, Format format, Locale language) throws IOException {
        var file = folder.resolve("sample");
        try (var out = Files.newOutputStream(file)) {
            new TemplateFiles().writeSample(template, format, language, out);
        }

        var read = Import.of(file, template, Import.LIMITS);

        assertThat(read.summary.findings()).isEmpty();
        assertThat(read.good).extracting(Entry::values).isEqualTo(Sample.rows(template));
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_template_has_nothing_to_import_and_nothing_wrong(Format format) throws IOException {
        var read = Import.of(template(format), Template.STUDENT_REGISTRATION, Import.LIMITS);

        assertThat(read.summary).isEqualTo(new ImportSummary("Tanulók", 0, 0, 0, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_that_was_filled_instead_of_the_sheet_is_told_of(Format format) throws IOException {
        var filled = folder.resolve("filled");
        try (var workbook = WorkbookFactory.create(template(format).toFile());
                var out = Files.newOutputStream(filled)) {
            workbook.getSheet("Minta").getRow(2).getCell(0).setCellValue("Szabó");
            workbook.write(out);
        }

        var read = Import.of(filled, Template.STUDENT_REGISTRATION, Import.LIMITS);

        assertThat(read.summary.rows()).isZero();
        assertThat(read.summary.notes()).singleElement().satisfies(note -> {
            assertThat(note.reason()).isEqualTo(Problem.SHEET_IGNORED);
            assertThat(note.sheet()).isEqualTo("Minta");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_typed_stays_as_it_was_typed(Format format) throws IOException {
        try (var workbook = WorkbookFactory.create(template(format).toFile())) {
            var sheet = workbook.getSheetAt(0);

            for (int i = 0; i < Template.STUDENT_REGISTRATION.columns().size(); i++) {
                assertThat(sheet.getColumnStyle(i).getDataFormatString()).isEqualTo("@");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_headings_stay_in_view_and_lists_are_offered_where_there_are_lists(Format format) throws IOException {
        try (var workbook = WorkbookFactory.create(template(format).toFile())) {
            var sheet = workbook.getSheetAt(0);

            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getDataValidations())
                    .hasSize(Template.STUDENT_REGISTRATION.columns().size())
                    .filteredOn(
                            validation -> validation.getValidationConstraint().getExplicitListValues() != null)
                    .extracting(validation ->
                            List.of(validation.getValidationConstraint().getExplicitListValues()))
                    .contains(List.of("nő", "férfi"));
        }
    }

    @Test
    void sample_and_help_stand_beside_the_sheet_to_fill() throws IOException {
        try (var workbook = WorkbookFactory.create(template(Format.XLSX).toFile())) {
            assertThat(workbook)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Tanulók", "Minta", "Útmutató");
            assertThat(workbook.getSheet("Minta").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Kovács");
            assertThat(workbook.getSheet("Útmutató").getLastRowNum())
                    .isGreaterThan(Template.STUDENT_REGISTRATION.columns().size());
        }
    }

    private Path template(Format format) throws IOException {
        var file = folder.resolve("template");
        try (var out = Files.newOutputStream(file)) {
            new TemplateFiles().writeTemplate(Template.STUDENT_REGISTRATION, format, HUNGARIAN, out);
        }
        return file;
    }
}
