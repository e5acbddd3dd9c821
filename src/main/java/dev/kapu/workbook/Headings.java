package dev.kapu.workbook;

import dev.kapu.fault.FaultTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a template by their headings, in any language and any order, or by their fields' names. */
final class Headings {
    private final Template template;
    private final Map<String, Column> columns = new HashMap<>();

    Headings(Template template) {
        this.template = template;
        for (var column : template.columns()) {
            columns.put(Folding.fold(column.field()), column);
            FaultTexts.LANGUAGES.forEach(language -> columns.put(Folding.fold(column.heading(language)), column));
        }
    }

    boolean isColumn(String text) {
        return columns.containsKey(Folding.fold(text));
    }

    /** How many columns a row of headings has. */
    long known(Collection<String> row) {
        return row.stream()
                .map(heading -> columns.get(Folding.fold(heading)))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** Whether a row of headings has every column that must be there. */
    boolean areWhole(Collection<String> row) {
        var found =
                row.stream().map(heading -> columns.get(Folding.fold(heading))).toList();
        return template.columns().stream().filter(Column::required).allMatch(found::contains);
    }

    /** @param findings gets what is wrong with the columns */
    Layout layout(String sheet, Survey survey, List<CellFinding> findings) {
        var places = new HashMap<String, Layout.Place>();
        new TreeMap<>(survey.headingRow()).forEach((index, heading) -> {
            var column = columns.get(Folding.fold(heading));
            if (column == null) {
                if (!isErrorColumn(heading)) {
                    findings.add(finding(sheet, survey.headingAt(), index, heading, null, Problem.COLUMN_UNKNOWN));
                }
            } else if (places.containsKey(column.field())) {
                findings.add(finding(sheet, survey.headingAt(), index, heading, column, Problem.COLUMN_TWICE));
            } else {
                places.put(column.field(), new Layout.Place(index, column, heading));
            }
        });
        template.columns().stream()
                .filter(column -> !places.containsKey(column.field()))
                .forEach(column -> findings.add(new CellFinding(
                        sheet,
                        survey.headingAt(),
                        "",
                        "",
                        column.field(),
                        "",
                        column.required() ? Problem.COLUMN_MISSING : Problem.COLUMN_ABSENT,
                        1)));
        return new Layout(template, sheet, survey.headingAt(), Map.copyOf(places));
    }

    /** The column that an {@link ErrorFile} adds. */
    static boolean isErrorColumn(String heading) {
        return FaultTexts.LANGUAGES.stream()
                .anyMatch(language ->
                        Folding.fold(Texts.of(language, "errors.heading")).equals(Folding.fold(heading)));
    }

    private static CellFinding finding(
            String sheet, int row, int index, String heading, @Nullable Column column, Problem problem) {
        return new CellFinding(
                sheet,
                row,
                CellReference.convertNumToColString(index),
                heading,
                column == null ? "" : column.field(),
                heading,
                problem,
                1);
    }

    static List<String> words(String key) {
        var words = new ArrayList<String>();
        FaultTexts.LANGUAGES.forEach(language -> words.add(Folding.fold(Texts.of(language, key))));
        return words;
    }
}
