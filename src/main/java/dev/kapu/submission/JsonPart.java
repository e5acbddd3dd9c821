package dev.kapu.submission;

import dev.kapu.registry.Address;
import dev.kapu.registry.PersonName;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object of what {@link EntryJson} wrote: its fields, as texts or parts, as far as they are there. */
record JsonPart(JsonNode json) {
    boolean has(String field) {
        return json.has(field);
    }

    JsonPart within(String field) {
        return new JsonPart(json.get(field));
    }

    <T> @Nullable T value(String field, Function<String, T> parse) {
        var text = text(field);
        return text == null ? null : parse.apply(text);
    }

    @Nullable
    String text(String field) {
        var value = json.get(field);
        return value == null ? null : value.asString();
    }

    String needed(String field) {
        return Objects.requireNonNull(text(field), field);
    }

    List<String> texts(String field) {
        return has(field)
                ? json.get(field).valueStream().map(JsonNode::asString).toList()
                : List.of();
    }

    @Nullable
    PersonName name(String field) {
        if (!has(field)) {
            return null;
        }
        var parts = within(field);
        return new PersonName(parts.needed("family"), parts.needed("given"));
    }

    @Nullable
    Address address(String field) {
        if (!has(field)) {
            return null;
        }
        var parts = within(field);
        return new Address(
                parts.needed("country"), parts.needed("postcode"), parts.needed("settlement"), parts.needed("street"));
    }

    /** Hazard: must not show anything, or it would reach a log line. */
    @Override
    public String toString() {
        return "JsonPart";
    }
}
