package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsTest {
    private static final Locale HUNGARIAN = Locale.forLanguageTag("hu");
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @TempDir
    Path folder;

    @Test
    void columns_are_found_in_any_order_and_in_mixed_languages() {
        var columns = new ArrayList<>(Book.columns());
        Collections.shuffle(columns, new Random(7));

        var read = Import.of(file(
                0,
                columns.stream()
                        .map(column -> column.heading(columns.indexOf(column) % 2 == 0 ? HUNGARIAN : TURKISH)
                                .toUpperCase(Locale.ROOT))
                        .toList(),
                columns));

        assertThat(read.summary.findings()).isEmpty();
        assertThat(read.good.get(0).values())
                .isEqualTo(Sample.rows(Book.TEMPLATE).get(0));
    }

    @Test
    void headings_may_stand_below_a_title() {
        var read = Import.of(file(3, headings(Book.columns()), Book.columns()));

        assertThat(read.summary.rows()).isEqualTo(1);
        assertThat(read.good.get(0).row()).isEqualTo(5);
    }

    @Test
    void a_column_that_must_be_there_is_missed_once_and_no_row_is_given_out() {
        var columns = Book.columns().stream()
                .filter(column -> !column.field().equals("birthDate"))
                .toList();

        var read = Import.of(file(0, headings(columns), columns));

        assertThat(read.good).isEmpty();
        assertThat(read.wrong).isEmpty();
        assertThat(read.summary.isGood()).isFalse();
        assertThat(read.summary.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Problem.COLUMN_MISSING);
            assertThat(finding.field()).isEqualTo("birthDate");
        });
    }

    @Test
    void a_column_that_nobody_knows_is_noted_and_passed_over() {
        var headings = new ArrayList<>(headings(Book.columns()));
        headings.add("Shoe size");

        var read = Import.of(file(0, headings, Book.columns()));

        assertThat(read.good).hasSize(1);
        assertThat(read.summary.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo(Problem.COLUMN_UNKNOWN);
            assertThat(finding.heading()).isEqualTo("Shoe size");
            assertThat(finding.column()).isEqualTo("Z");
        });
    }

    @Test
    void two_columns_for_the_same_are_refused() {
        var headings = new ArrayList<>(headings(Book.columns()));
        headings.add("Születési idő");

        var read = Import.of(file(0, headings, Book.columns()));

        assertThat(read.summary.rows()).isZero();
        assertThat(read.reasons()).containsExactly(Problem.COLUMN_TWICE);
    }

    @Test
    void another_table_is_no_template() {
        var file = file(0, List.of("Shoe", "Size"), List.of());

        assertThatThrownBy(() -> Import.of(file))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.WORKBOOK_NOT_THE_TEMPLATE));
    }

    @Test
    void empty_rows_are_passed_over_and_progress_counts_the_others() {
        var book = Book.xlsx();
        book.sheet().createRow(2).createCell(0).setCellValue("  ");
        book.sheet().createRow(3);
        book.add(Sample.rows(Book.TEMPLATE).get(1));

        var read = Import.of(book.in(folder));

        assertThat(read.good).extracting(Entry::row).containsExactly(2, 5);
        assertThat(read.progress).containsExactly("1/2", "2/2");
    }

    private static List<String> headings(List<Column> columns) {
        return columns.stream().map(column -> column.heading(Locale.ENGLISH)).toList();
    }

    private Path file(int headingRow, List<String> headings, List<Column> columns) {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Our school");
            var top = sheet.createRow(headingRow);
            headings.forEach(
                    heading -> top.createCell(Math.max(top.getLastCellNum(), 0)).setCellValue(heading));
            var row = sheet.createRow(headingRow + 1);
            var values = Sample.rows(Book.TEMPLATE).get(0);
            for (int i = 0; i < columns.size(); i++) {
                row.createCell(i).setCellValue(values.get(columns.get(i).field()));
            }
            var file = Files.createTempFile(folder, "columns", "");
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
