package dev.kapu.submission;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All data of an entry, as the sheet of an offline form prints them (K20). */
record SheetRow(int position, List<Datum> data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** As on the form; the database keeps members in an order of its own. */
    private static final List<String> FIELDS = List.of(
            "educationId",
            "name",
            "birthName",
            "motherName",
            "birthPlace",
            "birthDate",
            "sex",
            "citizenship",
            "socialSecurityNumber",
            "residence",
            "stay",
            "affiliation",
            "post",
            "qualification",
            "remove",
            "reason",
            "changedOn",
            "reference");

    private static final List<String> PARTS = List.of(
            "family",
            "given",
            "country",
            "postcode",
            "settlement",
            "street",
            "siteSerial",
            "type",
            "startDate",
            "weeklyHours",
            "grade",
            "post");

    record Datum(String field, String value) {}

    static SheetRow of(StoredEntry entry) {
        var json = JSON.readTree(entry.data());
        return new SheetRow(
                entry.position(),
                present(json, FIELDS)
                        .map(field -> new Datum(field, text(json.get(field))))
                        .toList());
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
        }
        return value.isObject()
                ? present(value, PARTS).map(part -> value.get(part).asString()).collect(Collectors.joining(" "))
                : value.asString();
    }

    private static Stream<String> present(JsonNode json, List<String> fields) {
        return fields.stream().filter(json::has);
    }
}
