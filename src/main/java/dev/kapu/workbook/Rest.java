package dev.kapu.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be judged of a row that has errors: the fields that have none. In place of the others stand those of the
 * sample's invented person, or nothing; so it says something about fields and nothing about anybody.
 */
public final class Rest {
    private static final String RESIDENCE = "residence.";
    private static final String STAY = "stay.";
    private static final String AFFILIATION = "affiliation.";

    /** Which field decides how another is judged. */
    private static final Map<String, List<String>> JUDGED_BY = Map.of(
            RESIDENCE + "postcode", List.of(RESIDENCE + "country"),
            STAY + "postcode", List.of(STAY + "country"),
            AFFILIATION + "siteSerial", List.of(AFFILIATION + "institutionCode"),
            AFFILIATION + "type", List.of(AFFILIATION + "institutionCode"),
            AFFILIATION + "startDate", List.of("birthDate", AFFILIATION + "type"),
            AFFILIATION + "weeklyHours", List.of(AFFILIATION + "type"),
            AFFILIATION + "grade", List.of(AFFILIATION + "type"),
            AFFILIATION + "post", List.of(AFFILIATION + "type"));

    private final Entry row;
    private final Set<String> wrong;

    Rest(CheckedRow checked) {
        row = checked.entry();
        wrong = checked.findings().stream()
                .filter(CellFinding::isError)
                .map(CellFinding::field)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it may be said of the row itself. */
    public boolean judges(CellFinding finding) {
        return !wrong.contains(finding.field())
                && JUDGED_BY.getOrDefault(finding.field(), List.of()).stream().noneMatch(wrong::contains);
    }

    /** The row made whole by the sample. */
    public Entry filled() {
        var sample = Sample.rows(row.template()).get(0);
        var values = new HashMap<>(row.values());
        wrong.forEach(field -> {
            values.remove(field);
            var invented = sample.get(field.startsWith(STAY) ? RESIDENCE + field.substring(STAY.length()) : field);
            if (invented != null) {
                values.put(field, Objects.requireNonNull(invented));
            }
        });
        return row.with(values);
    }

    /** The row without what is wrong and what belongs to it, such as the other parts of an address. */
    public Entry reduced() {
        var groups = wrong.stream().map(Rest::group).collect(Collectors.toSet());
        var values = new HashMap<>(row.values());
        values.keySet().removeIf(field -> groups.contains(group(field)));
        return row.with(values);
    }

    private static String group(String field) {
        return field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
    }
}
