package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Files that want something else than to be imported. */
class HostileFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "name;birth date\nA;B", "%PDF-1.7", "<html><table/></html>", "PK\u0003\u0004"})
    void a_file_is_judged_by_what_it_is(String content) {
        var file = write(content.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file)).isIn(Fault.WORKBOOK_KIND, Fault.WORKBOOK_BROKEN);
    }

    @Test
    void a_zip_that_is_no_workbook_is_of_the_wrong_kind() {
        var file = new Zip().part("word/document.xml", "<w/>").part("[Content_Types].xml", "<Types/>");

        assertThat(refusal(file.in(folder))).isEqualTo(Fault.WORKBOOK_KIND);
    }

    @ParameterizedTest
    @EnumSource
    void the_name_does_not_matter(Format format) throws IOException {
        var file = Files.move(Book.of(format).in(folder), folder.resolve("list.txt"));

        assertThat(Import.of(file).good).hasSize(1);
    }

    @Test
    void a_zip_of_thousands_of_parts_is_refused() {
        var zip = new Zip();
        for (int i = 0; i < 2001; i++) {
            zip.part("xl/media/" + i, "");
        }

        assertThat(refusal(zip.in(folder))).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
    }

    @Test
    void a_file_larger_than_allowed_is_not_opened() {
        var file = Book.xlsx().in(folder);
        var limits = new ImportProperties(DataSize.ofBytes(1000), 100, 100, Import.LIMITS.maxTime());

        assertThat(Import.refusal(file, limits)).isEqualTo(Fault.WORKBOOK_TOO_LARGE);
    }

    @Test
    void two_million_rows_are_refused_without_giving_out_one() {
        var file = new Zip().sheet(out -> {
            out.write("<sheetData>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 2_000_000; i++) {
                out.write(
                        ("<row><c><v>" + i * 7919L % 1_000_003 + "</v></c></row>").getBytes(StandardCharsets.US_ASCII));
            }
            out.write("</sheetData>".getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(refusal(file.in(folder))).isEqualTo(Fault.WORKBOOK_TOO_MANY_ROWS);
    }

    @ParameterizedTest
    @EnumSource
    void one_row_more_than_allowed_is_refused_and_as_many_as_allowed_are_not(Format format) {
        var file = Book.of(format).add(Sample.rows(Book.TEMPLATE).get(1)).in(folder);

        assertThat(Import.refusal(file, Import.limits(1, 10))).isEqualTo(Fault.WORKBOOK_TOO_MANY_ROWS);
        assertThat(Import.of(file, Book.TEMPLATE, Import.limits(2, 10)).good).hasSize(2);
    }

    @Test
    void an_external_entity_is_not_fetched_and_the_file_refused() {
        var secret = write("secret".getBytes(StandardCharsets.UTF_8));
        var doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        var file = new Zip()
                .workbook(doctype, "<sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData>");

        assertThat(refusal(file.in(folder))).isEqualTo(Fault.WORKBOOK_BROKEN);
    }

    @Test
    void macros_are_refused_whatever_they_are_called() {
        var bin = new Zip().part("xl/vbaProject.bin", "x").workbook("", "<sheetData/>");
        var type = new Zip().workbook("", "<sheetData/>", "application/vnd.ms-excel.sheet.macroEnabled.main+xml");

        assertThat(refusal(bin.in(folder))).isEqualTo(Fault.WORKBOOK_MACROS);
        assertThat(refusal(type.in(folder))).isEqualTo(Fault.WORKBOOK_MACROS);
    }

    @Test
    void macros_of_an_old_workbook_are_refused() throws IOException {
        var file = Book.of(Format.XLS).in(folder);
        var withMacros = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem(Files.newInputStream(file))) {
            files.createDirectory("_VBA_PROJECT_CUR");
            files.writeFilesystem(withMacros);
        }

        assertThat(refusal(write(withMacros.toByteArray()))).isEqualTo(Fault.WORKBOOK_MACROS);
    }

    @Test
    void a_workbook_with_a_password_is_refused_as_such() throws Exception {
        var xlsx = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("jelszo");
            try (var out = encryptor.getDataStream(files)) {
                Files.copy(Book.xlsx().in(folder), out);
            }
            files.writeFilesystem(xlsx);
        }
        var xls = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("jelszo");
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(xls);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(refusal(write(xlsx.toByteArray()))).isEqualTo(Fault.WORKBOOK_ENCRYPTED);
        assertThat(refusal(write(xls.toByteArray()))).isEqualTo(Fault.WORKBOOK_ENCRYPTED);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_cut_short_is_refused_and_no_row_given_out(Format format) throws IOException {
        var whole = Files.readAllBytes(Book.of(format).in(folder));
        var half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);

        assertThat(refusal(write(half))).isEqualTo(Fault.WORKBOOK_BROKEN);
    }

    @Test
    void a_sheet_that_breaks_off_is_refused_and_no_row_given_out() {
        var file = new Zip().workbook("", "<sheetData><row><c><v>1</v></c></row>");

        assertThat(refusal(file.in(folder))).isEqualTo(Fault.WORKBOOK_BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void a_formula_is_not_believed(Format format) {
        var read = Import.of(Book.of(format)
                .cell("affiliation.grade", cell -> cell.setCellFormula("1+1"))
                .in(folder));

        assertThat(read.good).isEmpty();
        assertThat(read.reasons()).containsExactly(Problem.FORMULA);
    }

    @ParameterizedTest
    @EnumSource
    void merged_cells_are_an_error_in_every_row_that_they_cover(Format format) {
        var book = Book.of(format)
                .add(Sample.rows(Book.TEMPLATE).get(1))
                .add(Sample.rows(Book.TEMPLATE).get(2));
        int grade = Book.index("affiliation.grade");
        book.sheet().addMergedRegion(new CellRangeAddress(1, 2, grade, grade));

        var read = Import.of(book.in(folder));

        assertThat(read.good).extracting(Entry::row).containsExactly(4);
        assertThat(read.reasons()).containsExactly(Problem.MERGED, Problem.MERGED);
    }

    @ParameterizedTest
    @EnumSource
    void a_hidden_sheet_is_not_read_but_told_of(Format format) {
        var file = Book.of(format)
                .with(workbook -> {
                    workbook.createSheet("Tanulók").createRow(0).createCell(0).setCellValue("Családi név");
                    workbook.setSheetHidden(1, true);
                })
                .in(folder);

        var read = Import.of(file);

        assertThat(read.good).hasSize(1);
        assertThat(read.summary.notes()).singleElement().satisfies(note -> {
            assertThat(note.reason()).isEqualTo(Problem.SHEET_HIDDEN);
            assertThat(note.sheet()).isEqualTo("Tanulók");
        });
    }

    @Test
    void a_second_sheet_is_told_of() {
        var file = Book.xlsx().with(workbook -> workbook.createSheet("1.b")).in(folder);

        assertThat(Import.of(file).notes()).containsExactly(Problem.SHEET_IGNORED);
    }

    @Test
    void wrong_cells_are_listed_up_to_a_limit_and_counted_beyond() {
        var book = Book.xlsx().text("birthDate", "?").text("sex", "?").text("affiliation.type", "?");

        var read = Import.of(book.in(folder), Book.TEMPLATE, Import.limits(10, 2));

        assertThat(read.summary.errors()).isEqualTo(3);
        assertThat(read.summary.findings()).hasSize(2);
    }

    @Test
    void what_is_said_in_a_log_holds_nobodys_data() {
        var read = Import.of(Book.xlsx().text("birthDate", "2019-13-01").in(folder));

        assertThat(read.wrong.get(0).toString() + read.findings)
                .doesNotContain("2019")
                .doesNotContain("Kovács");
    }

    private Path write(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault refusal(Path file) {
        return Import.refusal(file, Import.LIMITS);
    }
}
