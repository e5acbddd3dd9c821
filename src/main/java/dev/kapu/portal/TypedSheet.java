package dev.kapu.portal;

import dev.kapu.contract.submission.Role;
import dev.kapu.filing.FormKind;
import dev.kapu.workbook.CellFinding;
import dev.kapu.workbook.CheckedRow;
import dev.kapu.workbook.Column;
import dev.kapu.workbook.TypedRows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of a template as the fields of a page, for some people one below the other. */
final class TypedSheet {
    static final int MOST = 20;

    /** The page's field that says how many people it holds. */
    private static final String COUNT = "count";

    static final Map<String, String> ONE = Map.of(COUNT, "1");
    private static final String INSTITUTION = "affiliation.institutionCode";

    private final FormKind kind;
    private final String institution;
    private final TypedRows rows;

    TypedSheet(FormKind kind, String institution, Locale language) {
        this.kind = kind;
        this.institution = institution;
        this.rows = new TypedRows(kind.template(), language);
    }

    /** @param general what is wrong with no field in particular */
    record Person(int number, Map<String, List<Field>> groups, List<CellFinding> general) {
        /** How many fields are wrong, and what else is. */
        long wrong() {
            return general.size()
                    + groups.values().stream()
                            .flatMap(List::stream)
                            .filter(Field::wrong)
                            .count();
        }
    }

    /** @param name on the page, e.g. {@code 1.birthName.family} */
    record Field(String name, Column column, String value, List<CellFinding> findings) {
        public boolean wrong() {
            return !findings.isEmpty();
        }

        /** Of a list, by the word of the contract. */
        public Map<String, String> choices(Locale language) {
            var choices = new LinkedHashMap<String, String>();
            column.values().forEach(value -> choices.put(value, Column.label(value, language)));
            return choices;
        }

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    Role role() {
        return kind.role();
    }

    static Map<String, String> oneMore(Map<String, String> typed) {
        var more = new HashMap<>(typed);
        more.put(COUNT, String.valueOf(Math.min(MOST, count(typed) + 1)));
        return more;
    }

    /** The people with nothing said about them. */
    List<Person> unchecked(Map<String, String> typed) {
        return IntStream.rangeClosed(1, count(typed))
                .mapToObj(number -> person(number, row(typed, number), List.of()))
                .toList();
    }

    List<CheckedRow> checked(Map<String, String> typed) {
        return IntStream.rangeClosed(1, count(typed))
                .mapToObj(number -> rows.check(number, row(typed, number)))
                .toList();
    }

    List<Person> people(Map<String, String> typed, List<CheckedRow> checked) {
        return IntStream.rangeClosed(1, checked.size())
                .mapToObj(number -> person(
                        number, row(typed, number), checked.get(number - 1).findings()))
                .toList();
    }

    private Person person(int number, Map<String, String> typed, List<CellFinding> findings) {
        var errors = findings.stream().filter(CellFinding::isError).toList();
        var groups = new LinkedHashMap<String, List<Field>>();
        var columns = kind.template().columns().stream()
                .filter(column -> !column.field().equals(INSTITUTION))
                .toList();
        for (var group : FieldGroup.values()) {
            var fields = columns.stream()
                    .filter(column -> FieldGroup.of(column.field()) == group)
                    .map(column -> field(number, column, typed, errors))
                    .toList();
            if (!fields.isEmpty()) {
                groups.put(group.word(), fields);
            }
        }
        var general = errors.stream()
                .filter(error ->
                        columns.stream().noneMatch(column -> column.field().equals(error.field())))
                .toList();
        return new Person(number, groups, general);
    }

    private static Field field(int number, Column column, Map<String, String> typed, List<CellFinding> errors) {
        return new Field(
                number + "." + column.field(),
                column,
                typed.getOrDefault(column.field(), ""),
                errors.stream()
                        .filter(error -> error.field().equals(column.field()))
                        .toList());
    }

    private Map<String, String> row(Map<String, String> typed, int number) {
        var row = new HashMap<String, String>();
        row.put(INSTITUTION, institution);
        kind.template()
                .columns()
                .forEach(column ->
                        row.putIfAbsent(column.field(), typed.getOrDefault(number + "." + column.field(), "")));
        return row;
    }

    private static int count(Map<String, String> typed) {
        var count = typed.getOrDefault(COUNT, "1");
        return count.matches("[0-9]{1,3}") ? Math.max(1, Math.min(MOST, Integer.parseInt(count))) : 1;
    }
}
