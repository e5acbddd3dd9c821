package dev.kapu.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One filled row, cell by cell; then all of it is judged together. */
final class Filling {
    private final Layout layout;
    private final int row;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Problem> problems = new HashMap<>();

    Filling(Layout layout, int row) {
        this.layout = layout;
        this.row = row;
    }

    void put(Layout.Place place, Converted cell) {
        if (!cell.value().isEmpty()) {
            values.put(place.column().field(), cell.value());
        }
        var problem = cell.problem();
        if (problem != null) {
            problem(place, problem);
        }
    }

    void problem(Layout.Place place, Problem problem) {
        problems.put(place.column().field(), problem);
    }

    /** To be called when every cell was put. */
    CheckedRow checked() {
        Groups.check(values, problems);
        if (layout.template().reportsMovement()) {
            Movements.check(values, problems);
        }
        var found = new ArrayList<CellFinding>();
        places(layout).forEach(place -> {
            var problem = problem(place);
            if (problem != null) {
                var value = values.getOrDefault(place.column().field(), "");
                found.add(CellFinding.at(layout, row, place, value, problem));
            }
        });
        return new CheckedRow(new Entry(layout, row, values), found);
    }

    private @Nullable Problem problem(Layout.Place place) {
        var column = place.column();
        var problem = problems.get(column.field());
        boolean missing = column.required() && !values.containsKey(column.field());
        return missing && (problem == null || problem == Problem.NAME_INCOMPLETE) ? Problem.REQUIRED : problem;
    }

    static List<Layout.Place> places(Layout layout) {
        return layout.places().values().stream()
                .sorted(Comparator.comparingInt(Layout.Place::index))
                .toList();
    }
}
