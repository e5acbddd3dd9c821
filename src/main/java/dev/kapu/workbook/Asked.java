package dev.kapu.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the registry asks for a form of a purpose (K19). */
enum Asked {
    /** What a new person and a new affiliation cannot be without. */
    REGISTRATION(Set.of(
            "birthPlace",
            "birthDate",
            "sex",
            "citizenship",
            "affiliation.institutionCode",
            "affiliation.siteSerial",
            "affiliation.type",
            "affiliation.startDate",
            "affiliation.weeklyHours")) {
        @Override
        Map<String, FieldType> fields() {
            var schema = new Schema();
            var fields = new LinkedHashMap<>(schema.fields("person:Person"));
            schema.fields("person:Affiliation").forEach((field, type) -> fields.put("affiliation." + field, type));
            // Not what the registry itself gives, and not what a registration has no part in.
            Set.of(
                            "educationId",
                            "qualification",
                            "affiliation.educationId",
                            "affiliation.endDate",
                            "affiliation.responsible")
                    .forEach(fields::remove);
            return fields;
        }

        @Override
        boolean requires(String field) {
            return super.requires(field) || isName(field);
        }
    },

    /** Who, why and since when; and of the data only what has changed (K12). */
    AMENDMENT(Set.of("educationId", "reason", "changedOn")) {
        @Override
        Map<String, FieldType> fields() {
            var fields = new LinkedHashMap<>(new Schema().fields("sub:AmendmentEntry"));
            fields.remove("reference");
            return fields;
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an unmodifiable one
    private final Set<String> required;

    Asked(Set<String> required) {
        this.required = required;
    }

    private static boolean isName(String field) {
        return field.startsWith("name.") || field.startsWith("birthName.") || field.startsWith("motherName.");
    }

    /** In the order of the schema. */
    abstract Map<String, FieldType> fields();

    boolean requires(String field) {
        return required.contains(field);
    }
}
