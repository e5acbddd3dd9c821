package dev.kapu.submission;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.AffiliationChange;
import dev.kapu.registry.amendment.Amendment;
import dev.kapu.registry.amendment.HomeChange;
import dev.kapu.registry.amendment.IdentityChange;
import dev.kapu.registry.movement.MovementReport;
import dev.kapu.registry.person.NewPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way back from what {@link EntryJson} wrote. */
final class EntryReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonNode json;

    private EntryReader(JsonNode json) {
        this.json = json;
    }

    static Entry read(Form form, InstitutionCode institution, String text) {
        var reader = new EntryReader(JSON.readTree(text));
        return switch (form.purpose()) {
            case REGISTRATION -> reader.registration(institution);
            case AMENDMENT ->
                Entry.about(
                        reader.needed("educationId"),
                        id -> new Entry.Change(reader.text("reference"), reader.amendment(id)));
            case AFFILIATION ->
                Entry.about(
                        reader.needed("educationId"),
                        id -> new Entry.Movement(reader.text("reference"), reader.movement(id, institution)));
        };
    }

    private Entry.Registration registration(InstitutionCode institution) {
        return new Entry.Registration(
                text("reference"), person(), within("affiliation").affiliation(institution));
    }

    private NewPerson person() {
        return new NewPerson(
                Objects.requireNonNull(name("name")),
                Objects.requireNonNull(name("birthName")),
                Objects.requireNonNull(name("motherName")),
                needed("birthPlace"),
                LocalDate.parse(needed("birthDate")),
                Word.read(Sex.class, needed("sex")),
                needed("citizenship"),
                address("residence"),
                address("stay"),
                text("socialSecurityNumber"));
    }

    private MovementReport movement(EducationId id, InstitutionCode institution) {
        if (json.has("start")) {
            var parts = within("start");
            return new MovementReport.Start(
                    id, LocalDate.parse(parts.needed("birthDate")), parts.affiliation(institution));
        }
        if (json.has("end")) {
            var parts = within("end");
            return new MovementReport.End(
                    id,
                    institution,
                    Word.read(AffiliationType.class, parts.needed("type")),
                    LocalDate.parse(parts.needed("endDate")));
        }
        var parts = within("handOver");
        return new MovementReport.HandOver(
                id,
                institution,
                LocalDate.parse(parts.needed("endDate")),
                parts.affiliation(new InstitutionCode(parts.needed("toInstitutionCode")), "toSiteSerial"));
    }

    private NewAffiliation affiliation(InstitutionCode institution) {
        return affiliation(institution, "siteSerial");
    }

    private NewAffiliation affiliation(InstitutionCode institution, String site) {
        return new NewAffiliation(
                institution,
                new SiteSerial(needed(site)),
                Word.read(AffiliationType.class, needed("type")),
                LocalDate.parse(needed("startDate")),
                new BigDecimal(needed("weeklyHours")),
                text("grade"),
                text("post"));
    }

    private Amendment amendment(EducationId id) {
        return new Amendment(
                id,
                Word.read(Amendment.Reason.class, needed("reason")),
                LocalDate.parse(needed("changedOn")),
                identityChange(),
                new HomeChange(address("residence"), address("stay")),
                text("post"),
                text("qualification"),
                json.has("affiliation") ? within("affiliation").affiliationChange() : null,
                removed());
    }

    private IdentityChange identityChange() {
        return new IdentityChange(
                name("name"),
                name("birthName"),
                name("motherName"),
                text("birthPlace"),
                value("birthDate", LocalDate::parse),
                value("sex", word -> Word.read(Sex.class, word)),
                text("citizenship"),
                text("socialSecurityNumber"));
    }

    private AffiliationChange affiliationChange() {
        return new AffiliationChange(
                value("type", word -> Word.read(AffiliationType.class, word)),
                value("siteSerial", SiteSerial::new),
                value("weeklyHours", BigDecimal::new),
                text("grade"));
    }

    private Set<Amendment.Removable> removed() {
        var removed = EnumSet.noneOf(Amendment.Removable.class);
        if (json.has("remove")) {
            json.get("remove").forEach(field -> removed.add(Amendment.Removable.ofField(field.asString())));
        }
        return removed;
    }

    private @Nullable PersonName name(String field) {
        if (!json.has(field)) {
            return null;
        }
        var parts = within(field);
        return new PersonName(parts.needed("family"), parts.needed("given"));
    }

    private @Nullable Address address(String field) {
        if (!json.has(field)) {
            return null;
        }
        var parts = within(field);
        return new Address(
                parts.needed("country"), parts.needed("postcode"), parts.needed("settlement"), parts.needed("street"));
    }

    private EntryReader within(String field) {
        return new EntryReader(json.get(field));
    }

    private <T> @Nullable T value(String field, Function<String, T> parse) {
        var text = text(field);
        return text == null ? null : parse.apply(text);
    }

    private @Nullable String text(String field) {
        var value = json.get(field);
        return value == null ? null : value.asString();
    }

    private String needed(String field) {
        return Objects.requireNonNull(text(field), field);
    }
}
