package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SmallHeap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFilesTest {
    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    /** In a process of its own, whose memory is less than a fifth of what the sheet is unpacked. */
    @Test
    void a_hundred_thousand_rows_are_read_in_bounded_memory() throws Exception {
        var file = manyRows();

        var said = SmallHeap.run(64, ReadLargeFile.class, file.toString());

        assertThat(said).contains("rows " + ROWS + " wrong 0 errors 0");
    }

    /** With shared texts, as Excel writes them, and every name, street and number a different one. */
    private Path manyRows() {
        var columns = Book.columns();
        var sample = Sample.rows(Book.TEMPLATE).get(0);
        var filled = columns.stream()
                .filter(column -> sample.containsKey(column.field()))
                .toList();
        var zip = new Zip();
        zip.sheet(out -> {
            write(out, "<sheetData><row r=\"1\">");
            for (var column : filled) {
                write(out, "<c t=\"inlineStr\"><is><t>" + column.heading(Locale.ENGLISH) + "</t></is></c>");
            }
            write(out, "</row>");
            for (int row = 0; row < ROWS; row++) {
                var xml = new StringBuilder("<row r=\"").append(row + 2).append("\">");
                for (int i = 0; i < filled.size(); i++) {
                    xml.append("<c r=\"")
                            .append((char) ('A' + i))
                            .append(row + 2)
                            .append("\" s=\"1\" t=\"s\"><v>");
                    xml.append(filled.get(i).kind() == Kind.TEXT ? filled.size() + row * 2 + i % 2 : i);
                    xml.append("</v></c>");
                }
                write(out, xml.append("</row>").toString());
            }
            write(out, "</sheetData>");
        });
        zip.sharedStrings(out -> {
            for (var column : filled) {
                write(out, "<si><t>" + sample.get(column.field()) + "</t></si>");
            }
            for (int i = 0; i < ROWS * 2; i++) {
                write(out, "<si><t>Szöveg " + Integer.toString(i, 36) + "</t></si>");
            }
        });
        return zip.in(folder);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void errors_are_bounded_though_every_row_is_wrong() {
        var list = new FindingList(10);
        var entry = List.of(Problem.REQUIRED, Problem.ZEROS_RESTORED);

        for (int row = 0; row < ROWS; row++) {
            for (var problem : entry) {
                list.add(new CellFinding("1", row, "A", "", "sex", "", problem, 1));
            }
        }

        assertThat(list.errorCount()).isEqualTo(ROWS);
        assertThat(list.all()).hasSize(11);
        assertThat(list.all().get(10).count()).isEqualTo(ROWS);
    }
}
