package dev.kapu.registry;

import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.Registrations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** People whom no other test registers: names and birth dates of their own. */
public final class TestPeople {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String[] GIVEN = {"Ágota", "Boglárka", "Csenge", "Dalma", "Emőke", "Flóra", "Gréta"};
    private static final String CONSONANTS = "bdfgklmnprstvz";

    private static final String VOWELS = "aáeéioóöőuüű";

    private TestPeople() {}

    public static NewPerson child() {
        int n = NEXT.getAndIncrement();
        var random = new Random(n);
        var name = new PersonName(family(random), GIVEN[random.nextInt(GIVEN.length)]);
        return new NewPerson(
                name,
                name,
                new PersonName(family(random), GIVEN[random.nextInt(GIVEN.length)]),
                family(random),
                LocalDate.of(1931, 1, 1).plusDays(n * 37L % 5000),
                Sex.FEMALE,
                "HU",
                new Address(
                        "HU", Integer.toString(1000 + random.nextInt(9000)), family(random), family(random) + " u. 1."),
                null,
                null);
    }

    private static String family(Random random) {
        var name = new StringBuilder();
        for (int syllable = 0; syllable < 4; syllable++) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public static NewPerson with(NewPerson person, PersonName birthName, LocalDate born) {
        return new NewPerson(
                birthName,
                birthName,
                person.motherName(),
                person.birthPlace(),
                born,
                person.sex(),
                person.citizenship(),
                person.residence(),
                person.stay(),
                person.taj());
    }

    /** The same as somebody could write it who keeps to the shift key and leaves the accents out. */
    public static NewPerson shouted(NewPerson person) {
        var name = person.birthName();
        return with(person, new PersonName(name.family().toUpperCase(Locale.ROOT), name.given()), person.birthDate());
    }

    /** Somebody like them, with another given name: a sister, or the same child entered with changed data. */
    public static NewPerson alike(NewPerson person) {
        return with(
                person,
                new PersonName(person.birthName().family(), person.birthName().given() + "a"),
                person.birthDate());
    }

    public static EducationId registered(
            Registrations registrations, NewPerson person, InstitutionCode institution, AffiliationType type) {
        var outcome = registrations.register(person, at(institution, type));
        if (outcome instanceof RegistrationOutcome.Registered registered) {
            return registered.educationId();
        }
        throw new AssertionError(outcome.getClass().getSimpleName());
    }

    public static NewAffiliation at(InstitutionCode institution, AffiliationType type) {
        return new NewAffiliation(
                institution,
                new SiteSerial("001"),
                type,
                TestRegistry.TODAY.minusDays(10),
                BigDecimal.valueOf(25),
                type.isStudents() ? "1" : null,
                type.isStudents() ? null : "tanár");
    }
}
