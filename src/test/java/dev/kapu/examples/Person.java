package dev.kapu.examples;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.submission.TestEntries;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Somebody whom no other test registers, as they would say who they are. */
record Person(String family, String given, String mother, String born) {
    static Person pupil() {
        return of(TestEntries.pupil(new InstitutionCode("000001")).person());
    }

    static Person teacher() {
        return of(TestPeople.child());
    }

    Person bornOn(LocalDate day) {
        return new Person(family, given, mother, day.toString());
    }

    Person called(String otherFamily) {
        return new Person(otherFamily, given, mother, born);
    }

    private static Person of(NewPerson person) {
        return new Person(
                person.name().family(),
                person.name().given(),
                person.motherName().family(),
                person.birthDate().toString());
    }

    Map<String, String> words() {
        return words("");
    }

    /** @param mark behind the names of the place-holders, where an envelope tells of several */
    Map<String, String> words(String mark) {
        var words = new HashMap<String, String>();
        words.put("family" + mark, family);
        words.put("given" + mark, given);
        words.put("mother" + mark, mother);
        words.put("born" + mark, born);
        return words;
    }
}
