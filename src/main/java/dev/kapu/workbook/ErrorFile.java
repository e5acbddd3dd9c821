package dev.kapu.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Rows of an import in the template's form, each with what is wrong at its cells and behind the last column of the
 * template, so that every cell has the address that it has there. It can be corrected and sent again as it is: the
 * reader knows that column and passes over it. Where the good rows were submitted it is to hold the wrong ones only; else
 * all, each where it stood, or the good ones would be lost.
 *
 * <p>Hazard: rows wait in a temporary file that only this process's user may read; closing deletes it.
 */
public final class ErrorFile implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 100;

    /** Comments, unlike rows, stay in memory until the end. */
    private static final int COMMENTS = 1000;

    private static final int WIDTH = 60 * 256;

    private final Template template;
    private final Locale language;
    private final boolean all;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Styles styles = Styles.of(workbook);
    private final DataSheet data;
    private int comments;

    /** @param all whether it is given all rows of the file that was sent, and not the wrong ones only */
    public ErrorFile(Template template, Locale language, boolean all) {
        this.all = all;
        this.template = template;
        this.language = language;
        workbook.setCompressTempFiles(true);
        data = new DataSheet(workbook, template.sheet(language), template, language, styles);
        var heading = data.sheet().getRow(0).createCell(said());
        heading.setCellValue(Texts.of(language, "errors.heading"));
        heading.setCellStyle(styles.required());
        data.sheet().setColumnWidth(said(), WIDTH);
    }

    /** The column that says it in words. */
    private int said() {
        return template.columns().size();
    }

    /** Adds a row, unmarked if it is good; notes are left out. */
    public void add(Entry entry, List<CellFinding> findings) {
        var errors = findings.stream().filter(CellFinding::isError).toList();
        var row = all ? data.add(entry.values(), entry.row() - 1) : data.add(entry.values());
        if (errors.isEmpty()) {
            return;
        }
        var said = row.createCell(said());
        said.setCellValue(errors.stream()
                .map(error -> said(error))
                .collect(Collectors.joining("\n", Texts.of(language, "errors.row") + " " + entry.row() + "\n", "")));
        said.setCellStyle(styles.prose());
        errors.forEach(error -> mark(row, error));
    }

    private String said(CellFinding error) {
        var heading =
                index(error) < 0 ? "" : template.columns().get(index(error)).heading(language) + ": ";
        return heading + error.text(language) + " " + error.remedy(language);
    }

    private void mark(Row row, CellFinding error) {
        // What is about no cell is seen at the first.
        var cell = row.getCell(Math.max(0, index(error)), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(styles.wrong());
        if (comments++ < COMMENTS && cell.getCellComment() == null) {
            comment(cell, error);
        }
    }

    /** Beside its cell, yet anchored in it: the library takes a comment that begins in the next cell for that one's. */
    private void comment(Cell cell, CellFinding error) {
        var helper = workbook.getCreationHelper();
        var anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setDx1(Math.round(data.sheet().getColumnWidthInPixels(cell.getColumnIndex())) * Units.EMU_PER_PIXEL);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4);
        var comment = data.sheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(cell.getAddress());
        comment.setString(helper.createRichTextString(error.text(language) + "\n" + error.remedy(language)));
        cell.setCellComment(comment);
    }

    private int index(CellFinding error) {
        return IntStream.range(0, template.columns().size())
                .filter(i -> template.columns().get(i).field().equals(error.field()))
                .findFirst()
                .orElse(-1);
    }

    /** Writes what was added so far; nothing can be added afterwards. */
    public void write(OutputStream out) throws IOException {
        data.sheet().setAutoFilter(new CellRangeAddress(0, data.lastRow(), 0, said()));
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
