package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheet programs, and those who use them, do to codes and dates. */
class SpreadsheetHabitsTest {
    private static final String CODE = "affiliation.institutionCode";
    private static final String TAJ = "socialSecurityNumber";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void zeros_that_the_program_dropped_are_put_back_and_noted(Format format) {
        var read = Import.of(Book.of(format)
                .number(CODE, 40003)
                .number("affiliation.siteSerial", 1)
                .in(folder));

        assertThat(read.value(CODE)).isEqualTo("040003");
        assertThat(read.value("affiliation.siteSerial")).isEqualTo("001");
        assertThat(read.notes()).containsExactly(Problem.ZEROS_RESTORED, Problem.ZEROS_RESTORED);
    }

    @Test
    void a_turkish_postcode_gets_its_zero_back_and_a_hungarian_one_none() {
        var turkish = Import.of(Book.xlsx()
                .text("residence.country", "TR")
                .number("residence.postcode", 1120)
                .in(folder));
        var hungarian = Import.of(Book.xlsx().number("residence.postcode", 4024).in(folder));

        assertThat(turkish.value("residence.postcode")).isEqualTo("01120");
        assertThat(hungarian.value("residence.postcode")).isEqualTo("4024");
    }

    @ParameterizedTest
    @EnumSource
    void a_date_cell_is_the_day_that_it_shows(Format format) {
        var read = Import.of(Book.of(format).day("birthDate", 43_709).in(folder));

        assertThat(read.value("birthDate")).isEqualTo("2019-09-01");
        assertThat(read.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0015-03-01", "01.03.0015", "1799-12-31", "3000-01-01", "9999-12-31"})
    void a_year_beyond_what_the_contracts_take_is_a_slip(String typed) {
        var read = Import.of(Book.xlsx().text("birthDate", typed).in(folder));

        assertThat(read.reasons()).containsExactly(Problem.YEAR);
    }

    @Test
    void days_of_an_old_mac_are_counted_from_1904() {
        var read = Import.of(Book.xlsx()
                .day("birthDate", 43_709 - 1462)
                .with(workbook -> ((XSSFWorkbook) workbook)
                        .getCTWorkbook()
                        .addNewWorkbookPr()
                        .setDate1904(true))
                .in(folder));

        assertThat(read.value("birthDate")).isEqualTo("2019-09-01");
    }

    @Test
    void a_day_that_never_was_is_refused() {
        assertThat(Days.ofSerial(60, false)).isEmpty();
        assertThat(Days.ofSerial(59, false)).hasToString("Optional[1900-02-28]");
        assertThat(Days.ofSerial(61, false)).hasToString("Optional[1900-03-01]");
        assertThat(Days.ofSerial(0, true)).hasToString("Optional[1904-01-01]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01",
                "2026.09.01.",
                "2026. 09. 01.",
                "2026/09/01",
                "01.09.2026",
                "1.9.2026",
                "2026-09-01T00:00:00",
                "2026-09-01 0:00:00",
                " 2026-09-01\u00a0"
            })
    void a_day_is_read_as_people_write_it(String text) {
        assertThat(Import.of(Book.xlsx().text("affiliation.startDate", text).in(folder))
                        .value("affiliation.startDate"))
                .isEqualTo("2026-09-01");
    }

    @ParameterizedTest
    @CsvSource({
        "02/03/2026, AMBIGUOUS_DATE",
        "2026-02-30, NOT_A_DATE",
        "26.09.01, NOT_A_DATE",
        "tomorrow, NOT_A_DATE",
        "2026-09-01 12:30, NOT_A_DATE"
    })
    void a_day_that_could_be_another_is_not_guessed(String text, Problem problem) {
        assertThat(Import.of(Book.xlsx().text("affiliation.startDate", text).in(folder))
                        .reasons())
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"20190901", "43709"})
    void a_bare_number_where_a_day_belongs_is_read_and_noted(double number) {
        var read = Import.of(Book.xlsx().number("birthDate", number).in(folder));

        assertThat(read.value("birthDate")).isEqualTo("2019-09-01");
        assertThat(read.notes()).containsExactly(Problem.DATE_RESTORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"048 132 772", "048-132-772", "'048132772", " 048132772 ", "4.8132772E+7", "48132772"})
    void a_code_is_read_however_it_is_grouped(String text) {
        assertThat(Import.of(Book.xlsx().text(TAJ, text).in(folder)).value(TAJ)).isEqualTo("048132772");
    }

    @Test
    void digits_that_are_lost_are_asked_for_and_not_made_up() {
        var shortened = Import.of(Book.xlsx().text(TAJ, "4,81E+8").in(folder));
        var rounded = Import.of(Book.xlsx().number(TAJ, 1.2345e17).in(folder));

        assertThat(shortened.reasons()).containsExactly(Problem.DIGITS_LOST);
        assertThat(rounded.reasons()).containsExactly(Problem.DIGITS_LOST);
    }

    @ParameterizedTest
    @CsvSource({"7.1234567897E10, 71234567897", "'7,1234567897E+10', 71234567897", "7.12E+10, lost"})
    void an_education_id_in_scientific_form_is_read_only_if_whole(String written, String digits) {
        assertThat(Numbers.digits(written).orElse("lost")).isEqualTo(digits);
    }

    @Test
    void a_number_that_became_text_and_text_that_became_a_number_are_the_same() {
        var asText = Import.of(Book.xlsx()
                .text("affiliation.weeklyHours", "22,5")
                .number("affiliation.grade", 9)
                .in(folder));
        var asNumber =
                Import.of(Book.xlsx().number("affiliation.weeklyHours", 22.5).in(folder));

        assertThat(asText.value("affiliation.weeklyHours")).isEqualTo("22.5");
        assertThat(asNumber.value("affiliation.weeklyHours")).isEqualTo("22.5");
        assertThat(asText.value("affiliation.grade")).isEqualTo("9");
    }

    @Test
    void a_grade_that_the_program_has_made_a_date_of_is_asked_for_anew() {
        var read = Import.of(Book.xlsx().day("affiliation.grade", 46_300).in(folder));

        assertThat(read.reasons()).containsExactly(Problem.BECAME_A_DATE);
    }

    @Test
    void spaces_that_cannot_be_seen_split_accents_and_dashes_are_mended() {
        var read = Import.of(Book.xlsx()
                .text("name.family", "\u00a0 Kova\u0301cs\u2013Szabó \u00a0\u200b Nagy\n")
                .in(folder));

        assertThat(read.value("name.family")).isEqualTo("Kov\u00e1cs-Szabó Nagy");
    }

    @ParameterizedTest
    @CsvSource({"sex, férfi, male", "sex, ERKEK, male", "sex, Kadin, female", "sex, female, female"})
    @CsvSource({"citizenship, hu, HU", "citizenship, Magyarország, HU", "citizenship, Türkiye, TR"})
    @CsvSource({"affiliation.type, Kollégiumi tagság, dormitory", "affiliation.type, çıraklık, apprenticeship"})
    void words_are_known_in_every_language(String field, String written, String value) {
        assertThat(Import.of(Book.xlsx().text(field, written).in(folder)).value(field))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "sex, other, NOT_IN_LIST",
        "citizenship, Atlantis, NOT_A_COUNTRY",
        "affiliation.type, main-employment, NOT_IN_LIST",
        "affiliation.institutionCode, 0400031, SHAPE",
        "affiliation.institutionCode, 04000A, SHAPE",
        "affiliation.weeklyHours, many, NOT_A_NUMBER",
        "affiliation.weeklyHours, 169, OUT_OF_RANGE",
        "affiliation.weeklyHours, 1.125, OUT_OF_RANGE",
        "birthPlace, '', REQUIRED",
        "residence.street, '', ADDRESS_INCOMPLETE",
        "affiliation.grade, twenty-one-characters, TOO_LONG",
        "name.given, Jo\uFFFDli, ILLEGAL_CHARACTER"
    })
    void what_is_wrong_is_said_at_its_cell(String field, String written, Problem problem) {
        var read = Import.of(Book.xlsx().text(field, written).in(folder));

        assertThat(read.good).isEmpty();
        assertThat(read.summary.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(problem);
            assertThat(finding.sheet()).isEqualTo("Munka1");
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.value()).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @CsvSource({"affiliation.siteSerial, 1.5", "affiliation.siteSerial, -1", "affiliation.institutionCode, 4000.3"})
    @CsvSource({"affiliation.institutionCode, 4000.35", "socialSecurityNumber, -48132772", "residence.postcode, 4024.5"
    })
    void a_number_that_is_no_code_is_not_made_one(String field, double number) {
        var read = Import.of(Book.xlsx().number(field, number).in(folder));

        assertThat(read.reasons()).containsExactly(Problem.SHAPE);
    }

    @ParameterizedTest
    @CsvSource({"affiliation.siteSerial, 1-2", "affiliation.siteSerial, -1", "affiliation.siteSerial, -12"})
    @CsvSource({"affiliation.institutionCode, 4000.3", "socialSecurityNumber, 48 132 772"})
    void separators_are_taken_out_only_where_the_right_digits_are_left(String field, String text) {
        var read = Import.of(Book.xlsx().text(field, text).in(folder));

        assertThat(read.reasons()).containsExactly(Problem.SHAPE);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_true_or_an_error_is_no_value(Format format) {
        var read = Import.of(Book.of(format)
                .cell("name.given", cell -> cell.setCellErrorValue(FormulaError.NA.getCode()))
                .cell("sex", cell -> cell.setCellValue(true))
                .in(folder));

        assertThat(read.reasons()).containsExactly(Problem.ERROR_VALUE, Problem.NOT_IN_LIST);
        assertThat(read.summary.findings()).extracting(CellFinding::value).containsExactly("#N/A", "TRUE");
    }

    @Test
    void days_of_an_old_mac_are_counted_from_1904_in_an_old_file_too() {
        var read = Import.of(Book.of(Format.XLS)
                .day("birthDate", 43_709 - 1462)
                .with(workbook -> ((HSSFWorkbook) workbook)
                        .getInternalWorkbook().getRecords().stream()
                                .filter(DateWindow1904Record.class::isInstance)
                                .forEach(record -> ((DateWindow1904Record) record).setWindowing((short) 1)))
                .in(folder));

        assertThat(read.value("birthDate")).isEqualTo("2019-09-01");
    }

    @ParameterizedTest
    @EnumSource
    void rows_below_into_which_formulas_were_dragged_or_cells_merged_are_no_rows(Format format) {
        var book = Book.of(format);
        for (int below = 2; below < 5; below++) {
            var row = book.sheet().createRow(below);
            row.createCell(0).setCellFormula("\"\"");
            row.createCell(1).setCellFormula("NA()");
            row.createCell(2).setCellFormula("0+0");
            row.createCell(3).setCellValue(" ");
        }
        book.sheet().addMergedRegion(new CellRangeAddress(3, 4, 4, 5));
        book.with(workbook ->
                workbook.getCreationHelper().createFormulaEvaluator().evaluateAll());

        var read = Import.of(book.in(folder));

        assertThat(read.summary.rows()).isEqualTo(1);
        assertThat(read.summary.errors()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void hidden_rows_are_read_and_noted(Format format) {
        var book = Book.of(format)
                .add(Sample.rows(Book.TEMPLATE).get(1))
                .add(Sample.rows(Book.TEMPLATE).get(2));
        book.sheet().getRow(2).setZeroHeight(true);

        var read = Import.of(book.in(folder));

        assertThat(read.good).hasSize(3);
        assertThat(read.summary.notes()).singleElement().satisfies(note -> {
            assertThat(note.reason()).isEqualTo(Problem.ROW_HIDDEN);
            assertThat(note.row()).isEqualTo(3);
        });
    }
}
