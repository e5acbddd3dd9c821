package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SmallHeap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small zips with much in them, each read in a process with little memory. What is honest may be as alike as it likes: it
 * is read. What is not is refused, soon, and by what is in it.
 */
class BombsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String LARGE = "WORKBOOK_TOO_LARGE: soon";
    private static final String BROKEN = "WORKBOOK_BROKEN: soon";

    @TempDir
    Path folder;

    /** Without an address at each cell, as some programs write them, such a list shrinks to a two-hundredth. */
    @Test
    void a_hundred_thousand_rows_that_are_all_alike_are_read_though_they_shrink_as_a_bomb_does() throws Exception {
        var sample = Sample.rows(Book.TEMPLATE).get(0);
        var row = Book.columns().stream()
                .map(column -> cell(sample.getOrDefault(column.field(), "")))
                .collect(Collectors.joining("", "<row>", "</row>"));
        var head = Book.columns().stream()
                .map(column -> cell(column.heading(Locale.ENGLISH)))
                .collect(Collectors.joining("", "<row>", "</row>"));
        var file = new Zip()
                .sheet(out -> {
                    write(out, "<sheetData>" + head);
                    for (int i = 0; i < 100_000; i++) {
                        write(out, row);
                    }
                    write(out, "</sheetData>");
                })
                .tight()
                .in(folder);
        assertThat(Files.size(file)).isLessThan(100_000L * row.length() / 100);

        assertThat(SmallHeap.run(64, RefuseFiles.class, file.toString())).startsWith("100000 rows, 0 wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<x/>", "<c><v>1</v></c>", "<!--x-->", "<?x y?>", "<![CDATA[<]]>", "        <a> </a>"})
    void one_huge_part_without_a_row_is_refused(String junk) throws Exception {
        var bomb = new Zip().sheet(out -> {
            write(out, "<sheetData>");
            repeat(out, junk, 300);
        });

        assertThat(refused(bomb)).containsAnyOf(LARGE, BROKEN);
    }

    @Test
    void rows_and_cells_without_end_are_refused() throws Exception {
        var emptyRows = new Zip().sheet(out -> repeat(out, "<row></row>", 100));
        var emptyCells = new Zip().sheet(out -> {
            write(out, "<row>");
            repeat(out, "<c/>", 100);
        });
        var manyCells = new Zip().sheet(out -> repeat(out, "<row>" + "<c/>".repeat(256) + "</row>", 400));

        assertThat(refused(emptyRows)).contains(LARGE);
        assertThat(refused(emptyCells)).contains(BROKEN);
        assertThat(refused(manyCells)).contains(LARGE);
    }

    @Test
    void a_text_or_a_name_without_end_is_refused() throws Exception {
        var text = new Zip().sheet(out -> {
            write(out, "<row><c t=\"inlineStr\"><is><t>");
            repeat(out, "\0", 300);
        });
        var name = new Zip().sheet(out -> {
            write(out, "<row><c r=\"");
            repeat(out, "A", 300);
        });

        assertThat(refused(text)).containsAnyOf(LARGE, BROKEN);
        assertThat(refused(name)).containsAnyOf(LARGE, BROKEN);
    }

    @Test
    void shared_texts_without_end_are_refused() throws Exception {
        var many = new Zip().workbook("", "<sheetData/>").sharedStrings(out -> repeat(out, "<si><t/></si>", 100));
        var endless = new Zip()
                .workbook("", "<sheetData/>")
                .sharedStrings(out -> repeat(out, "<si><t>" + "x".repeat(30_000) + "</t></si>", 200));

        assertThat(SmallHeap.run(200, RefuseFiles.class, in(many), in(endless))).containsSubsequence(LARGE, LARGE);
    }

    @Test
    void entities_within_entities_are_refused() throws Exception {
        var entities = IntStream.range(1, 30)
                .mapToObj(n -> "<!ENTITY e" + n + " \"" + ("&e" + (n - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY e0 \"ha\">", "]>"));
        var bomb = new Zip().workbook(entities, "<sheetData><row><c><v>&e29;</v></c></row></sheetData>");

        assertThat(refused(bomb)).contains(BROKEN);
    }

    @Test
    void elements_within_elements_are_refused() throws Exception {
        var bomb = new Zip().sheet(out -> repeat(out, "<row>", 100));

        assertThat(refused(bomb)).contains(BROKEN);
    }

    @Test
    void a_zip_whose_headers_lie_about_sizes_is_refused_by_what_comes_out() throws Exception {
        var bomb = new Zip().sheet(out -> repeat(out, "<x/>", 300));
        var file = new ZipBytes(bomb.in(folder))
                .claimingSize("xl/worksheets/sheet1.xml", 100)
                .in(folder);

        assertThat(SmallHeap.run(64, RefuseFiles.class, file.toString())).containsAnyOf(LARGE, BROKEN);
    }

    /** As in "A better zip bomb" (Fifield, 2019): the same compressed bytes count as many parts. */
    @Test
    void a_zip_whose_parts_overlap_is_refused() throws Exception {
        var bomb = new Zip().workbook("", "<sheetData/>").sharedStrings(out -> repeat(out, "<x/>", 300));
        for (int i = 0; i < 1500; i++) {
            bomb.part("xl/media/" + i, "");
        }
        var file = new ZipBytes(bomb.in(folder)).allAt("xl/sharedStrings.xml").in(folder);

        assertThat(SmallHeap.run(64, RefuseFiles.class, file.toString())).containsAnyOf(LARGE, BROKEN);
    }

    private String refused(Zip bomb) throws Exception {
        return SmallHeap.run(64, RefuseFiles.class, in(bomb));
    }

    private String in(Zip zip) throws IOException {
        var file = zip.in(folder);
        assertThat(Files.size(file)).isLessThan(20 * MEGABYTE);
        return file.toString();
    }

    private static String cell(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static void repeat(OutputStream out, String text, int megabytes) throws IOException {
        byte[] bytes = text.repeat(MEGABYTE / text.length() + 1).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < megabytes; i++) {
            out.write(bytes);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
