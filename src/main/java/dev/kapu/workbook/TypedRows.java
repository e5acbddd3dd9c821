package dev.kapu.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Rows that somebody types on a page instead of a sheet: read and checked as the cells of a template are. */
public final class TypedRows {
    private final Template template;
    private final Cells cells;
    private final Layout layout;

    public TypedRows(Template template, Locale language) {
        this.template = template;
        this.cells = new Cells(new Words(template), false);
        var places = new HashMap<String, Layout.Place>();
        template.columns()
                .forEach(column ->
                        places.put(column.field(), new Layout.Place(places.size(), column, column.heading(language))));
        layout = new Layout(template, template.sheet(language), 0, Map.copyOf(places));
    }

    /**
     * @param number of the person on the page, from 1
     * @param typed by field; what is absent is empty
     */
    public CheckedRow check(int number, Map<String, String> typed) {
        var filling = new Filling(layout, number);
        for (var place : Filling.places(layout)) {
            var text = typed.getOrDefault(place.column().field(), "");
            filling.put(place, cells.convert(place.column(), new RawCell.Text(text)));
        }
        return filling.checked();
    }

    public Template template() {
        return template;
    }
}
