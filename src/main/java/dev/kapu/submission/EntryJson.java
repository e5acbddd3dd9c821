package dev.kapu.submission;

import dev.kapu.registry.Address;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.AffiliationChange;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.movement.MovementReport;
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
        return json(entry).toString();
    }

    private static ObjectNode json(Entry entry) {
        if (entry instanceof Entry.Misaddressed wrong) {
            var json = json(wrong.rest());
            text(json, "educationId", wrong.educationId());
            return json;
        }
        var json = JSON.createObjectNode();
        text(json, "reference", entry.reference());
        if (entry instanceof Entry.Registration registration) {
            registration(json, registration);
        } else if (entry instanceof Entry.Change change) {
            amendment(json, change.amendment());
        } else if (entry instanceof Entry.Movement movement) {
            text(json, "educationId", movement.report().educationId().text());
            movement(json, movement.report());
        }
        return json;
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
        var affiliation = json.putObject("affiliation");
        text(affiliation, "siteSerial", entry.affiliation().site().text());
        begin(affiliation, entry.affiliation());
    }

    private static void movement(ObjectNode json, MovementReport report) {
        if (report instanceof MovementReport.Start start) {
            var parts = json.putObject("start");
            text(parts, "birthDate", start.birthDate());
            text(parts, "siteSerial", start.begin().site().text());
            begin(parts, start.begin());
        } else if (report instanceof MovementReport.End end) {
            var parts = json.putObject("end");
            text(parts, "type", end.type().word());
            text(parts, "endDate", end.endDate());
        } else if (report instanceof MovementReport.HandOver move) {
            var parts = json.putObject("handOver");
            text(parts, "endDate", move.endDate());
            text(parts, "toInstitutionCode", move.begin().institution().text());
            text(parts, "toSiteSerial", move.begin().site().text());
            begin(parts, move.begin());
        }
    }

    private static void begin(ObjectNode json, NewAffiliation from) {
        text(json, "type", from.type().word());
        text(json, "startDate", from.startDate());
        number(json, "weeklyHours", from.weeklyHours());
        text(json, "grade", from.grade());
        text(json, "post", from.post());
    }

    private static void amendment(ObjectNode json, Amendment from) {
        text(json, "educationId", from.educationId().text());
        word(json, "reason", from.reason());
        text(json, "changedOn", from.changedOn());
        var identity = from.identity();
        name(json, "name", identity.name());
        name(json, "birthName", identity.birthName());
        name(json, "motherName", identity.motherName());
        text(json, "birthPlace", identity.birthPlace());
        text(json, "birthDate", identity.birthDate());
        word(json, "sex", identity.sex());
        text(json, "citizenship", identity.citizenship());
        address(json, "residence", from.home().residence());
        address(json, "stay", from.home().stay());
        text(json, "socialSecurityNumber", identity.taj());
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

    private static void change(ObjectNode json, AffiliationChange from) {
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
