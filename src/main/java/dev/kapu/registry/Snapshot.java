package dev.kapu.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is held at a moment, flat and as text, for the history; fields without a value are not in it. */
final class Snapshot {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Snapshot() {}

    static Map<String, String> of(Person person) {
        return person(
                person.name(),
                person.birthName(),
                person.motherName(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                person.citizenship(),
                person.residence(),
                person.stay(),
                person.taj());
    }

    static Map<String, String> of(NewPerson person) {
        return person(
                person.name(),
                person.birthName(),
                person.motherName(),
                person.birthPlace(),
                person.birthDate(),
                person.sex(),
                person.citizenship(),
                person.residence(),
                person.stay(),
                person.taj());
    }

    static Map<String, String> of(Affiliation affiliation) {
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

    static Map<String, String> of(NewAffiliation affiliation) {
        var snapshot =
                affiliation(affiliation.institution(), affiliation.site(), affiliation.type(), affiliation.startDate());
        return snapshot.put(
                        "weeklyHours",
                        affiliation.weeklyHours().stripTrailingZeros().toPlainString())
                .put("grade", affiliation.grade())
                .put("post", affiliation.post())
                .fields();
    }

    private static Map<String, String> person(
            PersonName name,
            PersonName birthName,
            PersonName motherName,
            String birthPlace,
            Object birthDate,
            Sex sex,
            String citizenship,
            @Nullable Address residence,
            @Nullable Address stay,
            @Nullable String taj) {
        return new Snapshot()
                .put("name", name)
                .put("birthName", birthName)
                .put("motherName", motherName)
                .put("birthPlace", birthPlace)
                .put("birthDate", birthDate)
                .put("sex", sex.word())
                .put("citizenship", citizenship)
                .put("residence", residence)
                .put("stay", stay)
                .put("socialSecurityNumber", taj)
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
