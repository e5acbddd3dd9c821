package dev.kapu.registry.history;

import dev.kapu.registry.Address;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is held at a moment, flat and as text, for the history; fields without a value are not in it. */
public final class Snapshot {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Snapshot() {}

    public static Map<String, String> of(NewPerson person) {
        return new Snapshot()
                .put("name", person.name())
                .put("birthName", person.birthName())
                .put("motherName", person.motherName())
                .put("birthPlace", person.birthPlace())
                .put("birthDate", person.birthDate())
                .put("sex", person.sex().word())
                .put("citizenship", person.citizenship())
                .put("residence", person.residence())
                .put("stay", person.stay())
                .put("socialSecurityNumber", person.taj())
                .fields();
    }

    public static Map<String, String> of(Affiliation affiliation) {
        var snapshot =
                affiliation(affiliation.institution(), affiliation.site(), affiliation.type(), affiliation.startDate());
        return snapshot.put("endDate", affiliation.endDate())
                .put(
                        "weeklyHours",
                        affiliation.weeklyHours().stripTrailingZeros().toPlainString())
                .put("grade", affiliation.grade())
                .put("post", affiliation.post())
                .fields();
    }

    public static Map<String, String> of(NewAffiliation affiliation) {
        var snapshot =
                affiliation(affiliation.institution(), affiliation.site(), affiliation.type(), affiliation.startDate());
        return snapshot.put(
                        "weeklyHours",
                        affiliation.weeklyHours().stripTrailingZeros().toPlainString())
                .put("grade", affiliation.grade())
                .put("post", affiliation.post())
                .fields();
    }

    private static Snapshot affiliation(
            InstitutionCode institution, SiteSerial site, AffiliationType type, Object start) {
        return new Snapshot()
                .put("institutionCode", institution.text())
                .put("siteSerial", site.text())
                .put("type", type.word())
                .put("startDate", start);
    }

    private Snapshot put(String field, PersonName name) {
        return put(field + ".family", name.family()).put(field + ".given", name.given());
    }

    private Snapshot put(String field, @Nullable Address address) {
        return address == null
                ? this
                : put(field + ".country", address.country())
                        .put(field + ".postcode", address.postcode())
                        .put(field + ".settlement", address.settlement())
                        .put(field + ".street", address.street());
    }

    private Snapshot put(String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
        return this;
    }

    private Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
