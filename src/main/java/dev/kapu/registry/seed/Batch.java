package dev.kapu.registry.seed;

import dev.kapu.registry.Address;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.matching.Matching;
import dev.kapu.registry.person.Person;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Some of the persons and their affiliations, ready for COPY. */
record Batch(int size, CopyRows persons, CopyRows keys, CopyRows affiliations) {
    static Batch of(Population population, int size) {
        var persons = new CopyRows();
        var keys = new CopyRows();
        var affiliations = new CopyRows();
        for (int i = 0; i < size; i++) {
            var next = population.next();
            addPerson(persons, next.person(), next.responsible());
            addKeys(keys, next.person());
            next.affiliations().forEach(affiliation -> addAffiliation(affiliations, affiliation));
        }
        return new Batch(size, persons, keys, affiliations);
    }

    private static void addPerson(CopyRows rows, Person person, @Nullable InstitutionCode responsible) {
        rows.add(person.educationId().text());
        addName(rows, person.name());
        addName(rows, person.birthName());
        addName(rows, person.motherName());
        rows.add(person.birthPlace())
                .add(person.birthDate())
                .add(person.sex().name().toLowerCase(Locale.ROOT))
                .add(person.citizenship());
        addAddress(rows, person.residence());
        addAddress(rows, person.stay());
        rows.add(person.taj()).add(responsible == null ? null : responsible.text());
        rows.end();
    }

    private static void addKeys(CopyRows rows, Person person) {
        for (long key : Matching.keysOf(person.description())) {
            rows.add(key).add(person.educationId().text()).end();
        }
    }

    private static void addName(CopyRows rows, PersonName name) {
        rows.add(name.family()).add(name.given());
    }

    private static void addAddress(CopyRows rows, @Nullable Address address) {
        if (address == null) {
            rows.add(null).add(null).add(null).add(null);
        } else {
            rows.add(address.country())
                    .add(address.postcode())
                    .add(address.settlement())
                    .add(address.street());
        }
    }

    /** K13: within two weeks; one in thirty is late. */
    private static @Nullable LocalDate reported(Affiliation affiliation, @Nullable LocalDate happened) {
        if (happened == null) {
            return null;
        }
        long dice = affiliation.educationId().number() / 10;
        return happened.plusDays(dice % 30 == 0 ? 16 + dice % 90 : dice % 14);
    }

    private static void addAffiliation(CopyRows rows, Affiliation affiliation) {
        rows.add(affiliation.educationId().text())
                .add(affiliation.institution().text())
                .add(affiliation.site().text())
                .add(affiliation.type().word())
                .add(affiliation.startDate())
                .add(affiliation.endDate())
                .add(affiliation.weeklyHours())
                .add(affiliation.grade())
                .add(affiliation.post())
                .add(reported(affiliation, affiliation.startDate()))
                .add(reported(affiliation, affiliation.endDate()));
        rows.end();
    }
}
