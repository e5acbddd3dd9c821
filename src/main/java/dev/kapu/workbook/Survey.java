package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The first look through a sheet: whether it is whole and within the limits, where its headings are, and what is merged,
 * which an .xlsx tells only at its end. Nobody has got a row by then.
 */
final class Survey implements Source.Rows {
    private static final int HEADINGS_WITHIN = 10;
    private static final int MERGES = 2000;

    private final Headings headings;
    private final OtherTemplates others;
    private final int maxRows;
    private final List<CellRangeAddress> merges = new ArrayList<>();
    private Map<Integer, String> headingRow = new HashMap<>();
    private int headingAt;
    private int known;
    private int filled;

    Survey(Headings headings, OtherTemplates others, int maxRows) {
        this.headings = headings;
        this.others = others;
        this.maxRows = maxRows;
    }

    @Override
    public void row(int number, Map<Integer, RawCell> cells) {
        if (number <= HEADINGS_WITHIN) {
            consider(number, cells);
        }
        boolean blank = cells.values().stream().allMatch(RawCell::isBlank);
        if (!blank && number > headingAt && ++filled > maxRows) {
            throw new FaultException(Fault.WORKBOOK_TOO_MANY_ROWS, "kapu.import.max-rows: " + maxRows);
        }
    }

    /** The headings stand in the row that has most of them. */
    private void consider(int number, Map<Integer, RawCell> cells) {
        var texts = new HashMap<Integer, String>();
        cells.forEach((column, cell) -> {
            if (cell instanceof RawCell.Text text && !text.text().isBlank()) {
                texts.put(column, CleanText.of(text.text()));
            }
        });
        others.look(texts.values());
        int here = (int)
                texts.values().stream().filter(headings::isColumn).distinct().count();
        if (here > known) {
            known = here;
            headingAt = number;
            headingRow = texts;
            filled = 0;
        }
    }

    @Override
    public void merged(CellRangeAddress range) {
        if (merges.size() == MERGES) {
            throw Refusal.tooLarge("merged cells");
        }
        merges.add(range);
    }

    /** Texts of the heading row by column. */
    Map<Integer, String> headingRow() {
        return headingRow;
    }

    int headingAt() {
        return headingAt;
    }

    /** How many columns of the template were found. */
    int known() {
        return known;
    }

    /** How many rows below the headings hold anything. */
    int filled() {
        return filled;
    }

    List<CellRangeAddress> merges() {
        return merges;
    }
}
