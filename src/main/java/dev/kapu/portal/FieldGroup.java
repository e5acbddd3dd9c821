package dev.kapu.portal;

import java.util.Locale;

/** What stands together on the page, in its order. */
enum FieldGroup {
    CHANGE,
    PERSON,
    RESIDENCE,
    STAY,
    AFFILIATION,
    WORK;

    static FieldGroup of(String field) {
        var first = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        return switch (first) {
            case "educationId", "reason", "changedOn" -> CHANGE;
            case "residence" -> RESIDENCE;
            case "stay" -> STAY;
            case "affiliation" -> AFFILIATION;
            case "post", "qualification" -> WORK;
            default -> PERSON;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
