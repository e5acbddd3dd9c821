package dev.kapu.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The published templates (K17). Their columns come from the schema; only what is asked of whom is said here. */
public enum Template {
    STUDENT_REGISTRATION(Asked.REGISTRATION, Whose.STUDENT, Set.of("affiliation.post")),
    STAFF_REGISTRATION(Asked.REGISTRATION, Whose.STAFF, Set.of("affiliation.grade")),
    STUDENT_AMENDMENT(Asked.AMENDMENT, Whose.STUDENT, Set.of("post", "qualification")),
    STAFF_AMENDMENT(Asked.AMENDMENT, Whose.STAFF, Set.of("affiliation.grade")),
    STUDENT_AFFILIATION(Asked.AFFILIATION, Whose.STUDENT, Set.of("start.post", "handOver.post")),
    STAFF_AFFILIATION(Asked.AFFILIATION, Whose.STAFF, Set.of("start.grade", "handOver.grade"));

    /** Which words of the schema's lists make no sense in the form. */
    private enum Whose {
        STUDENT(Set.of("main-employment", "secondary-employment", "hourly-paid", "post", "qualification")),
        STAFF(Set.of("compulsory-student", "student", "dormitory", "apprenticeship"));

        @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an unmodifiable one
        private final Set<String> leftOut;

        Whose(Set<String> leftOut) {
            this.leftOut = leftOut;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // Stream.toList() gives an unmodifiable one
    private final List<Column> columns;

    private final Asked asked;

    Template(Asked asked, Whose whose, Set<String> leftOut) {
        this.asked = asked;
        columns = asked.fields().entrySet().stream()
                .filter(field -> !leftOut.contains(field.getKey()))
                .map(field -> column(field.getKey(), field.getValue(), asked, whose))
                .toList();
    }

    /** In the order of the template. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether each row starts, ends or hands over an affiliation: exactly one of the three. */
    boolean reportsMovement() {
        return asked == Asked.AFFILIATION;
    }

    /** Name of the sheet that is filled. */
    public String sheet(Locale language) {
        return Texts.of(language, "sheet." + word());
    }

    /** E.g. {@code student-registration}, as in file names and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Column column(String field, FieldType type, Asked asked, Whose whose) {
        var values = type.values().stream()
                .filter(value -> !whose.leftOut.contains(value))
                .toList();
        return new Column(field, type, asked.requires(field), values);
    }
}
