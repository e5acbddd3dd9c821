package dev.kapu.submission;

import dev.kapu.registry.Address;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Persons of a test's own, none like another. */
public final class TestEntries {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String[] SYLLABLES = {
        "ba", "ce", "di", "fo", "gu", "ke", "la", "mi", "no", "pu", "ra", "szi", "to", "ve", "zo"
    };

    private TestEntries() {}

    public static Entry.Registration pupil(InstitutionCode institution) {
        int n = NEXT.incrementAndGet();
        return pupil(
                institution,
                "Ő" + word(n * 7919),
                "Ű" + word(n * 104729),
                LocalDate.of(2012, 1, 1).plusDays((n * 37L) % 2000));
    }

    public static Entry.Registration pupil(InstitutionCode institution, String family, String given, LocalDate born) {
        return new Entry.Registration(
                "helyi-" + given,
                new NewPerson(
                        new PersonName(family, given),
                        new PersonName(family, given),
                        new PersonName("Anya" + word(born.hashCode()), "Éva"),
                        "Győr",
                        born,
                        Sex.FEMALE,
                        "HU",
                        new Address("HU", "9021", "Győr", "Duna u. 3."),
                        null,
                        null),
                new NewAffiliation(
                        institution,
                        new SiteSerial("001"),
                        AffiliationType.COMPULSORY_STUDENT,
                        TestRegistry.TODAY.minusDays(3),
                        new BigDecimal("22.50"),
                        "1",
                        null));
    }

    /** A word that differs much from its neighbours. */
    public static String word(int seed) {
        var word = new StringBuilder();
        long rest = seed & 0xffffffffL;
        for (int i = 0; i < 6; i++) {
            word.append(SYLLABLES[(int) (rest % SYLLABLES.length)]);
            rest = (rest * 6364136223846793005L + 1442695040888963407L) >>> 3;
        }
        return word.toString();
    }
}
