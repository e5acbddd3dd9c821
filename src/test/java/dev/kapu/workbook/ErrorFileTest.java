package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.registry.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorFileTest {
    private static final Locale HUNGARIAN = Locale.forLanguageTag("hu");
    private static final int SAID = Book.TEMPLATE.columns().size();

    @TempDir
    Path folder;

    @Test
    void it_holds_the_wrong_rows_only_and_says_at_each_cell_what_is_wrong() throws IOException {
        var errors = errors(Book.xlsx().add(Sample.rows(Book.TEMPLATE).get(1)).text("birthDate", "02/03/2019"));

        look(errors, sheet -> {
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(SAID).getStringCellValue())
                    .isEqualTo("A beküldött fájlban ez a sor: 2\nSzületési idő: A nap és a hónap nem"
                            + " különböztethető meg. Kérjük, írja az évet, hónapot és napot így: 2019-09-01.");
            var cell = sheet.getRow(1).getCell(Book.index("birthDate"));
            assertThat(cell.getStringCellValue()).isEqualTo("02/03/2019");
            assertThat(cell.getCellStyle().getFillForegroundColor()).isEqualTo(IndexedColors.ROSE.getIndex());
            assertThat(cell.getCellComment().getString().getString()).startsWith("A nap és a hónap");
        });
    }

    @Test
    void neighbours_that_are_wrong_have_a_comment_each_whichever_was_found_first() throws IOException {
        var read = Import.of(Book.xlsx()
                .text("affiliation.siteSerial", "2.5")
                .text("affiliation.type", "valami")
                .in(folder));
        var findings = new ArrayList<>(read.findings.get(0));

        for (int turn = 0; turn < 2; turn++) {
            Collections.reverse(findings);
            look(write(read.wrong, List.of(findings)), sheet -> {
                for (var field : List.of("affiliation.type", "affiliation.siteSerial")) {
                    var comment = sheet.getRow(1).getCell(Book.index(field)).getCellComment();
                    assertThat(comment).as(field).isNotNull();
                }
            });
        }
    }

    @Test
    void good_rows_that_were_not_submitted_stand_in_it_unmarked_so_that_none_is_lost() throws IOException {
        var read = Import.of(Book.xlsx()
                .text("birthDate", "02/03/2019")
                .add(Sample.rows(Book.TEMPLATE).get(1))
                .in(folder));

        var file = write(List.of(read.wrong.get(0), read.good.get(0)), read.findings);

        look(file, sheet -> {
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(SAID).getStringCellValue())
                    .startsWith("A beküldött fájlban ez a sor: 2");
            assertThat(sheet.getRow(2).getCell(SAID)).isNull();
        });
        assertThat(Import.of(file).good)
                .singleElement()
                .extracting(Entry::values)
                .isEqualTo(Sample.rows(Book.TEMPLATE).get(1));
    }

    @Test
    void corrected_it_is_read_without_a_finding() throws IOException {
        var errors = errors(Book.xlsx()
                .text("birthDate", "02/03/2019")
                .number("affiliation.institutionCode", 40003)
                .cell("affiliation.grade", cell -> {
                    cell.setBlank();
                    cell.setCellFormula("0+1");
                    cell.setCellValue("1");
                }));
        assertThat(Import.of(errors).reasons()).containsExactly(Problem.AMBIGUOUS_DATE);

        look(errors, sheet -> {
            var cell = sheet.getRow(1).getCell(Book.index("birthDate"));
            cell.setBlank(); // POI would keep the inline text beside the new one
            cell.setCellValue("2019-10-03");
        });
        var corrected = Import.of(errors);

        assertThat(corrected.summary.findings()).isEmpty();
        assertThat(corrected.good.get(0).values())
                .isEqualTo(Sample.rows(Book.TEMPLATE).get(0));
    }

    @Test
    void every_cell_has_the_address_that_the_finding_gives_and_that_it_has_in_the_template() throws IOException {
        var read = Import.of(Book.xlsx()
                .text("birthDate", "02/03/2019")
                .add(Map.of())
                .add(with("birthDate", "03/04/2019"))
                .in(folder));
        var finding = read.findings.get(1).get(0);
        assertThat(finding.row()).isEqualTo(4);

        var file = write(read.wrong, read.findings, true);

        look(file, sheet -> {
            var address = new CellReference(finding.column() + finding.row());
            var cell = sheet.getRow(address.getRow()).getCell(address.getCol());
            assertThat(cell.getStringCellValue()).isEqualTo("03/04/2019");
            assertThat(cell.getCellComment()).isNotNull();
            assertThat(sheet.getRow(2)).isNull();
            for (var column : Book.TEMPLATE.columns()) {
                assertThat(sheet.getRow(0).getCell(Book.index(column.field())).getStringCellValue())
                        .startsWith(column.heading(HUNGARIAN));
            }
        });
        assertThat(Import.of(file).findings)
                .extracting(found -> found.get(0).column() + found.get(0).row())
                .containsExactly(finding.column() + "2", finding.column() + "4");
    }

    private static Map<String, String> with(String field, String value) {
        var row = new HashMap<>(Sample.rows(Book.TEMPLATE).get(1));
        row.put(field, value);
        return row;
    }

    @Test
    void what_the_registry_found_stands_at_its_cell() throws IOException {
        var entry = Import.of(Book.xlsx().in(folder)).good.get(0);
        var finding = entry.located(new Finding("siteSerial", Fault.SITE_MISMATCH));
        assertThat(finding.column()).isEqualTo("U");
        assertThat(finding.value()).isEqualTo("001");

        var file = write(List.of(entry), List.of(List.of(finding)));

        look(
                file,
                sheet -> assertThat(sheet.getRow(1)
                                .getCell(Book.index("affiliation.siteSerial"))
                                .getCellComment()
                                .getString()
                                .getString())
                        .startsWith("Az intézménynek nincs ilyen sorszámú"));
    }

    @Test
    void a_finding_about_nothing_in_particular_stands_at_the_row() throws IOException {
        var entry = Import.of(Book.xlsx().in(folder)).good.get(0);

        var file = write(
                List.of(entry), List.of(List.of(entry.located(new Finding("person", Fault.AFFILIATION_DATE_INVALID)))));

        look(
                file,
                sheet -> assertThat(sheet.getRow(1).getCell(SAID).getStringCellValue())
                        .startsWith("A beküldött fájlban ez a sor: 2\n"));
    }

    @Test
    void a_group_of_fields_points_to_its_first_cell() {
        var entry = Import.of(Book.xlsx().in(folder)).good.get(0);

        assertThat(entry.located(new Finding("taj", Fault.INVALID)).field()).isEqualTo("socialSecurityNumber");
        assertThat(entry.located(new Finding("residence", Fault.INVALID)).field())
                .isEqualTo("residence.country");
    }

    private Path errors(Book book) throws IOException {
        var read = Import.of(book.in(folder));
        return write(read.wrong, read.findings);
    }

    private Path write(List<Entry> entries, List<List<CellFinding>> findings) throws IOException {
        return write(entries, findings, false);
    }

    private Path write(List<Entry> entries, List<List<CellFinding>> findings, boolean all) throws IOException {
        var file = Files.createTempFile(folder, "errors", ".xlsx");
        try (var errors = new ErrorFile(Book.TEMPLATE, HUNGARIAN, all);
                var out = Files.newOutputStream(file)) {
            for (int i = 0; i < entries.size(); i++) {
                errors.add(entries.get(i), findings.get(i));
            }
            errors.write(out);
        }
        return file;
    }

    /** Opens the file as a spreadsheet program does, and saves it. */
    private static void look(Path file, Consumer<Sheet> look) throws IOException {
        try (var in = Files.newInputStream(file);
                var workbook = WorkbookFactory.create(in)) {
            look.accept(workbook.getSheetAt(0));
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }
}
