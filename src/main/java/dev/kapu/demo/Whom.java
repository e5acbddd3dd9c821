package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whom the day is about, each time somebody else; what kind of institution they go to is asked of the master. */
final class Whom {
    static final Set<String> PRIMARY = Set.of("primary");
    static final Set<String> SECONDARY = Set.of("secondary", "vocational");

    private static final int ATTEMPTS = 400;

    private final People people;
    private final HttpWire master;
    private final Map<String, School> schools = new HashMap<>();

    Whom(People people, HttpWire master) {
        this.people = people;
        this.master = master;
    }

    /** A student of an open institution of such a kind. */
    SyntheticPerson student(Set<String> kinds) throws Setback, InterruptedException {
        return student(kinds, "");
    }

    /** Not at that institution. */
    SyntheticPerson student(Set<String> kinds, String elsewhere) throws Setback, InterruptedException {
        return some(
                person -> person.cardType().equals("student")
                        && !person.institutionCode().equals(elsewhere),
                kinds);
    }

    SyntheticPerson teacher() throws Setback, InterruptedException {
        return some(person -> person.cardType().equals("teacher"), Set.of());
    }

    /** As it is now, under whatever name. */
    School school(String code) throws Setback, InterruptedException {
        return School.of(master.get(Ask.INSTITUTION, Map.of("institutionCode", code)));
    }

    /** @param kinds none for any */
    private SyntheticPerson some(Predicate<SyntheticPerson> such, Set<String> kinds)
            throws Setback, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var person = people.somebody().filter(such);
            if (person.isPresent() && is(kinds, person.get().institutionCode())) {
                people.forget(person.get());
                return person.get();
            }
        }
        throw new Setback("the registry", "shows nobody for this scene");
    }

    private boolean is(Set<String> kinds, String institution) throws Setback, InterruptedException {
        var known = Optional.ofNullable(schools.get(institution));
        var school = known.isPresent() ? known.get() : school(institution);
        schools.put(institution, school);
        return school.active() && (kinds.isEmpty() || kinds.contains(school.kind()));
    }
}
