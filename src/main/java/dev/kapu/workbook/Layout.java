package dev.kapu.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;

/**
 * Which column of a file holds which field.
 *
 * @param headingRow from 1
 */
record Layout(Template template, String sheet, int headingRow, Map<String, Place> places) {
    /** @param index from 0 */
    record Place(int index, Column column, String heading) {
        String letter() {
            return CellReference.convertNumToColString(index);
        }
    }

    /**
     * Where to point for a field as the registry names it: the field itself, a part of the affiliation, or the first
     * part of a group such as {@code residence}.
     */
    Optional<Place> place(String field) {
        return List.of(field, "affiliation." + field).stream()
                .flatMap(name -> Optional.ofNullable(places.get(name)).stream())
                .findFirst()
                .or(() -> places.values().stream()
                        .filter(place -> place.column().field().startsWith(field + "."))
                        .min(Comparator.comparingInt(Place::index)));
    }
}
