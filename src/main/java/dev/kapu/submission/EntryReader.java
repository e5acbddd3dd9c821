package dev.kapu.submission;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The way back from what {@link EntryJson} wrote. */
final class EntryReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private EntryReader() {}

    static Entry read(Form form, InstitutionCode institution, String text) {
        var json = new JsonPart(JSON.readTree(text));
        return switch (form.purpose()) {
            case REGISTRATION -> registration(json, institution);
            case AMENDMENT ->
                Entry.about(
                        json.needed("educationId"),
                        id -> new Entry.Change(json.text("reference"), amendment(json, id)));
            case AFFILIATION ->
                Entry.about(
                        json.needed("educationId"),
                        id -> new Entry.Movement(json.text("reference"), movement(json, id, institution)));
        };
    }

    private static Entry.Registration registration(JsonPart json, InstitutionCode institution) {
        return new Entry.Registration(
                json.text("reference"), person(json), affiliation(json.within("affiliation"), institution));
    }

    private static NewPerson person(JsonPart json) {
        return new NewPerson(
                Objects.requireNonNull(json.name("name")),
                Objects.requireNonNull(json.name("birthName")),
                Objects.requireNonNull(json.name("motherName")),
                json.needed("birthPlace"),
                LocalDate.parse(json.needed("birthDate")),
                Word.read(Sex.class, json.needed("sex")),
                json.needed("citizenship"),
                json.address("residence"),
                json.address("stay"),
                json.text("socialSecurityNumber"));
    }

    private static MovementReport movement(JsonPart json, EducationId id, InstitutionCode institution) {
        if (json.has("start")) {
            var parts = json.within("start");
            return new MovementReport.Start(
                    id, LocalDate.parse(parts.needed("birthDate")), affiliation(parts, institution));
        }
        if (json.has("end")) {
            var parts = json.within("end");
            return new MovementReport.End(
                    id,
                    institution,
                    Word.read(AffiliationType.class, parts.needed("type")),
                    LocalDate.parse(parts.needed("endDate")));
        }
        var parts = json.within("handOver");
        return new MovementReport.HandOver(
                id,
                institution,
                LocalDate.parse(parts.needed("endDate")),
                affiliation(parts, new InstitutionCode(parts.needed("toInstitutionCode")), "toSiteSerial"));
    }

    private static NewAffiliation affiliation(JsonPart json, InstitutionCode institution) {
        return affiliation(json, institution, "siteSerial");
    }

    private static NewAffiliation affiliation(JsonPart json, InstitutionCode institution, String site) {
        return new NewAffiliation(
                institution,
                new SiteSerial(json.needed(site)),
                Word.read(AffiliationType.class, json.needed("type")),
                LocalDate.parse(json.needed("startDate")),
                new BigDecimal(json.needed("weeklyHours")),
                json.text("grade"),
                json.text("post"));
    }

    private static Amendment amendment(JsonPart json, EducationId id) {
        return new Amendment(
                id,
                Word.read(Amendment.Reason.class, json.needed("reason")),
                LocalDate.parse(json.needed("changedOn")),
                identityChange(json),
                new HomeChange(json.address("residence"), json.address("stay")),
                json.text("post"),
                json.text("qualification"),
                json.has("affiliation") ? affiliationChange(json.within("affiliation")) : null,
                removed(json));
    }

    private static IdentityChange identityChange(JsonPart json) {
        return new IdentityChange(
                json.name("name"),
                json.name("birthName"),
                json.name("motherName"),
                json.text("birthPlace"),
                json.value("birthDate", LocalDate::parse),
                json.value("sex", word -> Word.read(Sex.class, word)),
                json.text("citizenship"),
                json.text("socialSecurityNumber"));
    }

    private static AffiliationChange affiliationChange(JsonPart json) {
        return new AffiliationChange(
                json.value("type", word -> Word.read(AffiliationType.class, word)),
                json.value("siteSerial", SiteSerial::new),
                json.value("weeklyHours", BigDecimal::new),
                json.text("grade"));
    }

    private static Set<Amendment.Removable> removed(JsonPart json) {
        var removed = EnumSet.noneOf(Amendment.Removable.class);
        json.texts("remove").forEach(field -> removed.add(Amendment.Removable.ofField(field)));
        return removed;
    }
}
