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
            Asked.INSTITUTION,
            "affiliation.siteSerial",
            "affiliation.type",
            "affiliation.startDate",
            "affiliation.weeklyHours")) {
        @Override
        Map<String, FieldType> fields() {
            var schema = new Schema();
            var fields = new LinkedHashMap<String, FieldType>();
            schema.fields("sub:RegistrationEntry").forEach((field, type) -> {
                if (field.equals("affiliation.siteSerial")) {
                    fields.put(INSTITUTION, schema.fields("person:Affiliation").get("institutionCode"));
                }
                fields.put(field, type);
            });
            fields.remove(REFERENCE);
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
            fields.remove(REFERENCE);
            return fields;
        }
    },

    /** Who, and one of the three that may happen to an affiliation (K11). */
    AFFILIATION(Set.of("educationId")) {
        @Override
        Map<String, FieldType> fields() {
            var fields = new LinkedHashMap<>(new Schema().fields("sub:AffiliationEntry"));
            fields.remove(REFERENCE);
            return fields;
        }
    };

    /** Said in each row, so that a sheet of another institution is not submitted as one's own. */
    private static final String INSTITUTION = "affiliation.institutionCode";

    /** The importer's own mark on an entry: the number of its row. */
    private static final String REFERENCE = "reference";

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
