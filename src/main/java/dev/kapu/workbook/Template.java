package dev.kapu.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The published templates (K17). Their columns come from the schema; only what is asked of whom is said here. */
public enum Template {
    STUDENT_REGISTRATION(Set.of("compulsory-student", "student", "dormitory", "apprenticeship"), "affiliation.post"),
    STAFF_REGISTRATION(Set.of("main-employment", "secondary-employment", "hourly-paid"), "affiliation.grade");

    @SuppressWarnings("ImmutableEnumChecker") // Stream.toList() gives an unmodifiable one
    private final List<Column> columns;

    Template(Set<String> types, String leftOut) {
        var schema = new Schema();
        var all = new ArrayList<Column>();
        schema.fields("Person").forEach((field, type) -> all.add(column(field, type, types)));
        schema.fields("Affiliation").forEach((field, type) -> all.add(column("affiliation." + field, type, types)));
        columns = all.stream()
                .filter(column -> isReported(column.field()))
                .filter(column -> !column.field().equals(leftOut))
                .toList();
    }

    /** In the order of the template. */
    public List<Column> columns() {
        return columns;
    }

    /** Name of the sheet that is filled. */
    public String sheet(Locale language) {
        return Texts.of(language, "sheet." + word());
    }

    /** E.g. {@code student-registration}, as in file names and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Column column(String field, FieldType type, Set<String> types) {
        var values = field.equals("affiliation.type")
                ? type.values().stream().filter(types::contains).toList()
                : type.values();
        return new Column(field, type, required(field), values);
    }

    /** Not what the registry itself gives, and not what a registration has no part in. */
    private static boolean isReported(String field) {
        return switch (field) {
            case "educationId", "affiliation.educationId", "affiliation.endDate", "affiliation.responsible" -> false;
            default -> true;
        };
    }

    /** What a new person and a new affiliation cannot be without. */
    private static boolean required(String field) {
        return switch (field) {
            case "birthPlace",
                    "birthDate",
                    "sex",
                    "citizenship",
                    "affiliation.institutionCode",
                    "affiliation.siteSerial",
                    "affiliation.type",
                    "affiliation.startDate",
                    "affiliation.weeklyHours" -> true;
            default -> field.startsWith("name.") || field.startsWith("birthName.") || field.startsWith("motherName.");
        };
    }
}
