package dev.kapu.submission;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All data of an entry, as the sheet of an offline form prints them (K20). */
record SheetRow(int position, List<Datum> data) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Datum(String field, String value) {}

    static SheetRow of(StoredEntry entry) {
        return new SheetRow(
                entry.position(),
                JSON.readTree(entry.data()).properties().stream()
                        .map(field -> new Datum(field.getKey(), text(field.getValue())))
                        .toList());
    }

    private static String text(JsonNode value) {
        return value.isObject()
                ? value.properties().stream()
                        .map(part -> part.getValue().asString())
                        .collect(Collectors.joining(" "))
                : value.asString();
    }
}
