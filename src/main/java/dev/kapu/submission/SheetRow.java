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
            "start",
            "end",
            "handOver",
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
            "birthDate",
            "type",
            "endDate",
            "toInstitutionCode",
            "toSiteSerial",
            "siteSerial",
            "startDate",
            "weeklyHours",
            "grade",
            "post");

    record Datum(String field, String value) {}

    static SheetRow of(StoredEntry entry, SheetWords words) {
        var json = JSON.readTree(entry.data());
        return new SheetRow(
                entry.position(),
                present(json, FIELDS)
                        .map(field -> new Datum(field, text(field, json.get(field), words)))
                        .toList());
    }

    private static String text(String field, JsonNode value, SheetWords words) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(one -> words.of(field, one.asString()))
                    .collect(Collectors.joining(" "));
        }
        return value.isObject() ? parts(value, words) : words.of(field, value.asString());
    }

    /** A name or an address is read as it stands; of an affiliation each part says what it is. */
    private static String parts(JsonNode value, SheetWords words) {
        boolean labelled =
                present(value, PARTS).anyMatch(part -> words.label(part).isPresent());
        return present(value, PARTS)
                .map(part ->
                        words.label(part).map(label -> label + ": ").orElse("") + text(part, value.get(part), words))
                .collect(Collectors.joining(labelled ? ", " : " "));
    }

    private static Stream<String> present(JsonNode json, List<String> fields) {
        return fields.stream().filter(json::has);
    }
}
