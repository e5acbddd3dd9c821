package dev.kapu.submission;

import dev.kapu.registry.Address;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.amendment.Amendment;
import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries as JSON, with the contract's names; what is absent is left out, and text is in NFC. */
final class EntryJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryJson() {}

    static String write(Entry entry) {
        var json = JSON.createObjectNode();
        text(json, "reference", entry.reference());
        if (entry instanceof Entry.Registration registration) {
            registration(json, registration);
        } else if (entry instanceof Entry.Change change) {
            amendment(json, change.amendment());
        }
        return json.toString();
    }

    private static void registration(ObjectNode json, Entry.Registration entry) {
        var person = entry.person();
        name(json, "name", person.name());
        name(json, "birthName", person.birthName());
        name(json, "motherName", person.motherName());
        text(json, "birthPlace", person.birthPlace());
        text(json, "birthDate", person.birthDate());
        word(json, "sex", person.sex());
        text(json, "citizenship", person.citizenship());
        address(json, "residence", person.residence());
        address(json, "stay", person.stay());
        text(json, "socialSecurityNumber", person.taj());
        var from = entry.affiliation();
        var affiliation = json.putObject("affiliation");
        text(affiliation, "siteSerial", from.site().text());
        text(affiliation, "type", from.type().word());
        text(affiliation, "startDate", from.startDate());
        number(affiliation, "weeklyHours", from.weeklyHours());
        text(affiliation, "grade", from.grade());
        text(affiliation, "post", from.post());
    }

    private static void amendment(ObjectNode json, Amendment from) {
        text(json, "educationId", from.educationId().text());
        word(json, "reason", from.reason());
        text(json, "changedOn", from.changedOn());
        name(json, "name", from.name());
        name(json, "birthName", from.birthName());
        name(json, "motherName", from.motherName());
        text(json, "birthPlace", from.birthPlace());
        text(json, "birthDate", from.birthDate());
        word(json, "sex", from.sex());
        text(json, "citizenship", from.citizenship());
        address(json, "residence", from.residence());
        address(json, "stay", from.stay());
        text(json, "socialSecurityNumber", from.taj());
        text(json, "post", from.post());
        text(json, "qualification", from.qualification());
        if (from.affiliation() != null) {
            change(json.putObject("affiliation"), from.affiliation());
        }
        if (!from.remove().isEmpty()) {
            var remove = json.putArray("remove");
            from.remove().stream().map(Amendment.Removable::field).sorted().forEach(remove::add);
        }
    }

    private static void change(ObjectNode json, Amendment.AffiliationChange from) {
        text(json, "type", from.type() == null ? null : from.type().word());
        text(json, "siteSerial", from.site() == null ? null : from.site().text());
        if (from.weeklyHours() != null) {
            number(json, "weeklyHours", from.weeklyHours());
        }
        text(json, "grade", from.grade());
    }

    private static void name(ObjectNode json, String field, @Nullable PersonName name) {
        if (name != null) {
            var parts = json.putObject(field);
            text(parts, "family", name.family());
            text(parts, "given", name.given());
        }
    }

    private static void address(ObjectNode json, String field, @Nullable Address address) {
        if (address != null) {
            var parts = json.putObject(field);
            text(parts, "country", address.country());
            text(parts, "postcode", address.postcode());
            text(parts, "settlement", address.settlement());
            text(parts, "street", address.street());
        }
    }

    private static void word(ObjectNode json, String field, @Nullable Enum<?> constant) {
        text(json, field, constant == null ? null : Word.of(constant));
    }

    private static void number(ObjectNode json, String field, BigDecimal value) {
        json.put(field, value.stripTrailingZeros());
    }

    /** A date's text is ISO 8601 already. */
    private static void text(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.put(field, Normalizer.normalize(value.toString(), Normalizer.Form.NFC));
        }
    }
}
