package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kapu.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** Small files that want all memory, or all time. */
class ExhaustingFilesTest {
    private static final String RELATION = "<Relationship Id=\"%s\" Type=\"/x\" Target=\"x\"/>";

    @TempDir
    Path folder;

    @Test
    void an_old_workbook_that_claims_more_texts_than_it_has_room_for_is_refused_before_they_are_made() {
        assertThat(refusal(new Biff().texts(Integer.MAX_VALUE, 0).in(folder))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(new Biff().texts(-1, 30).in(folder))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(new Biff().texts(11, 30).in(folder))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(new Biff().texts(10, 30).in(folder))).isEqualTo(Fault.WORKBOOK_NOT_THE_TEMPLATE);
    }

    @Test
    void texts_of_an_old_workbook_are_not_made_beyond_a_number() {
        assertThat(refusal(new Biff().texts(500_001, 1_500_003).in(folder))).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
        assertThat(refusal(new Biff().texts(1, (16 << 20) + 1).in(folder))).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
    }

    @Test
    void thousands_of_sheets_are_refused() {
        var sheets = IntStream.rangeClosed(0, 2000)
                .mapToObj(number -> "<sheet name=\"" + number + "\" r:id=\"a\"/>")
                .collect(Collectors.joining());
        var zip = new Zip()
                .workbook("", "<sheetData/>")
                .part("xl/workbook.xml", "<w xmlns:r=\"urn:r\"><sheets>" + sheets + "</sheets></w>");

        assertThat(refusal(zip.in(folder))).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
        assertThat(refusal(new Biff().sheets(1001).in(folder))).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
    }

    @Test
    void thousands_of_relationships_are_refused() {
        var relations = IntStream.rangeClosed(0, 2000)
                .mapToObj(number -> RELATION.formatted("r" + number))
                .collect(Collectors.joining());
        var zip = new Zip()
                .workbook("", "<sheetData/>")
                .part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");

        assertThat(refusal(zip.in(folder))).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
    }

    @Test
    void more_names_than_a_spreadsheet_has_are_refused_and_so_is_a_long_one() {
        var many = IntStream.range(0, 1000).mapToObj(n -> "<n" + n + "/>").collect(Collectors.joining());
        var attributes =
                IntStream.range(0, 1000).mapToObj(n -> "<c n" + n + "=''/>").collect(Collectors.joining());
        var collide = IntStream.range(0, 1024)
                .mapToObj(n -> "<"
                        + Integer.toBinaryString(1024 + n).replace("0", "Aa").replace("1", "BB") + "/>")
                .collect(Collectors.joining());

        assertThat(refusal(sheet(many))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(sheet(attributes))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(sheet(collide))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(sheet("<" + "n".repeat(65) + "/>"))).isEqualTo(Fault.WORKBOOK_BROKEN);
        assertThat(refusal(sheet("<" + "n".repeat(64) + "/>"))).isEqualTo(Fault.WORKBOOK_NOT_THE_TEMPLATE);
    }

    @Test
    void cells_merged_beyond_the_last_row_take_no_memory() {
        for (var reference : List.of("A2:AZ2000000000", "A2:A2147483647", "A2:A1048577")) {
            var merged = "<sheetData/><mergeCells><mergeCell ref=\"" + reference + "\"/></mergeCells>";

            assertThat(refusal(sheet(merged))).as(reference).isEqualTo(Fault.WORKBOOK_BROKEN);
        }
    }

    @Test
    void one_long_text_that_shows_nothing_in_every_cell_takes_no_time() {
        var row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(250) + "</row>";
        var zip = new Zip()
                .workbook("", "<sheetData>" + row.repeat(40) + "</sheetData>")
                .sharedStrings(out -> out.write(
                        ("<si><t>" + "\u00A0".repeat(32_000) + "</t></si>").getBytes(StandardCharsets.UTF_8)));
        var seconds = new ImportProperties(DataSize.ofMegabytes(1), 10, 10, Duration.ofSeconds(60));

        assertThat(Import.refusal(zip.in(folder), seconds)).isEqualTo(Fault.WORKBOOK_NOT_THE_TEMPLATE);
    }

    @Test
    void a_long_text_is_told_in_short_however_often_it_stands_in_the_file() {
        var long32 = "x ".repeat(16_000);
        var file = Book.xlsx().text("name.family", long32).in(folder);

        var read = Import.of(file);

        assertThat(read.reasons()).containsExactly(Problem.TOO_LONG);
        assertThat(read.summary.findings().get(0).value()).startsWith("x x").hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void long_targets_of_relationships_are_refused() {
        var zip = new Zip()
                .workbook("", "<sheetData/>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships>" + RELATION.formatted("r".repeat(2000)) + "</Relationships>");

        assertThat(refusal(zip.in(folder))).isEqualTo(Fault.WORKBOOK_BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_behind_the_reader_is_not_the_files_fault(Format format) {
        var file = Book.of(format).in(folder);

        assertThatIllegalStateException()
                .isThrownBy(() -> new WorkbookReader(Import.LIMITS).read(file, Book.TEMPLATE, (entry, findings) -> {
                    throw new IllegalStateException("the database is away");
                }))
                .withMessage("the database is away");
    }

    @Test
    void what_has_no_end_is_not_held_until_it_comes() {
        var endless = "<!--" + "n".repeat(1 << 20) + "-->";

        assertThat(refusal(sheet(endless))).isEqualTo(Fault.WORKBOOK_BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_not_read_in_time_is_given_up(Format format) {
        var noTime = new ImportProperties(DataSize.ofMegabytes(1), 10, 10, Duration.ZERO);

        assertThat(Import.refusal(Book.of(format).in(folder), noTime)).isEqualTo(Fault.WORKBOOK_TOO_SLOW);
    }

    private Path sheet(String content) {
        return new Zip().workbook("", content).in(folder);
    }

    private static Fault refusal(Path file) {
        return Import.refusal(file, Import.LIMITS);
    }
}
