package dev.kapu.workbook;

import dev.kapu.fault.FaultTexts;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;

/** Looks at the sample of a template: whether it holds anything else than was published. */
final class FilledSample implements Source.Rows {
    private final Headings headings;
    private final Set<String> published = new HashSet<>();
    private boolean filled;

    FilledSample(Template template) {
        headings = new Headings(template);
        for (var row : Sample.rows(template)) {
            published.addAll(row.values());
        }
        for (var column : template.columns()) {
            FaultTexts.LANGUAGES.forEach(language -> published.addAll(column.labels(language)));
        }
    }

    @Override
    public void row(int number, Map<Integer, RawCell> cells) {
        filled |= cells.values().stream().anyMatch(cell -> !cell.isBlank() && !isPublished(cell));
    }

    private boolean isPublished(RawCell cell) {
        return cell instanceof RawCell.Text text && (published.contains(text.text()) || headings.isColumn(text.text()));
    }

    @Override
    public void merged(CellRangeAddress range) {}

    boolean isFilled() {
        return filled;
    }
}
