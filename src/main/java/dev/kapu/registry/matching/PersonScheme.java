package dev.kapu.registry.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** How two persons agree. */
final class PersonScheme implements Scheme<Profile> {
    static final int FAMILY = 0;
    static final int GIVEN = 1;
    static final int MOTHER_FAMILY = 2;
    static final int MOTHER_GIVEN = 3;
    static final int BIRTH_DATE = 4;
    static final int BIRTH_PLACE = 5;
    static final int SEX = 6;
    static final int HOME = 7;
    static final int TAJ = 8;

    private static final List<Field> FIELDS = List.of(
            NameLevels.field("family"),
            NameLevels.field("given"),
            NameLevels.field("motherFamily"),
            NameLevels.field("motherGiven"),
            Field.of("birthDate", "exact", "swapped", "slip", "part", "different"),
            Field.of("birthPlace", "exact", "close", "different"),
            Field.of("sex", "exact", "different"),
            Field.of("home", "exact", "close", "settlement", "different"),
            Field.of("taj", "exact", "slip", "different"));

    private static final Set<Integer> SHARED = Set.of(FAMILY, MOTHER_FAMILY, MOTHER_GIVEN, BIRTH_PLACE, SEX, HOME);

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public Agreement compare(Profile one, Profile other) {
        var agreement = new Agreement(FIELDS.size());
        names(agreement, FAMILY, one.family(), one.given(), other.family(), other.given());
        names(
                agreement,
                MOTHER_FAMILY,
                one.motherFamily(),
                one.motherGiven(),
                other.motherFamily(),
                other.motherGiven());
        agreement.set(BIRTH_DATE, birthDate(one, other));
        agreement.set(BIRTH_PLACE, place(one.birthPlace(), other.birthPlace()), one.birthPlace());
        agreement.set(SEX, equal(one.sex(), other.sex(), 2));
        agreement.set(HOME, home(one, other));
        agreement.set(TAJ, taj(one.taj(), other.taj()));
        return agreement;
    }

    /** Family and given name, crosswise if they agree better so than where they stand. */
    private static void names(
            Agreement agreement, int field, Name family, Name given, Name otherFamily, Name otherGiven) {
        byte families = NameLevels.of(family, otherFamily);
        byte givens = NameLevels.of(given, otherGiven);
        if (families > NameLevels.VARIANT && givens > NameLevels.VARIANT) {
            byte crossed = NameLevels.of(family, otherGiven);
            byte crossedBack = NameLevels.of(given, otherFamily);
            if (crossed != Field.ABSENT && crossedBack != Field.ABSENT && crossed + crossedBack < families + givens) {
                families = crossed;
                givens = crossedBack;
            }
        }
        agreement.set(field, families, family.value());
        agreement.set(field + 1, givens, given.value());
    }

    /** Brothers and sisters: all alike but the given name and the date of birth. */
    static Chances startOfRelatives() {
        var start = Chances.sums(FIELDS);
        for (int i = 0; i < start.length; i++) {
            boolean shared = SHARED.contains(i);
            int levels = start[i].length - 1;
            for (int level = 1; level <= levels; level++) {
                boolean usual = level == (shared ? Field.EXACT : levels);
                start[i][level] = usual ? 0.9 : 0.1 / (levels - 1);
            }
        }
        return Chances.ofTable(start);
    }

    private static byte birthDate(Profile one, Profile other) {
        var a = one.birthDate();
        var b = other.birthDate();
        if (a == null || b == null) {
            return Field.ABSENT;
        }
        if (a.equals(b)) {
            return Field.EXACT;
        }
        if (a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue()) {
            return 2;
        }
        int slips = Similarity.slips(digits(a), digits(b));
        if (slips == 1) {
            return 3;
        }
        return (byte) (slips == 2 || equalParts(a, b) == 2 ? 4 : 5);
    }

    private static int equalParts(LocalDate a, LocalDate b) {
        return (a.getYear() == b.getYear() ? 1 : 0)
                + (a.getMonthValue() == b.getMonthValue() ? 1 : 0)
                + (a.getDayOfMonth() == b.getDayOfMonth() ? 1 : 0);
    }

    private static String digits(LocalDate date) {
        return Integer.toString(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }

    private static byte place(String one, String other) {
        byte level = equal(one, other, 3);
        return level == 3 && (Similarity.close(one, other) || one.startsWith(other) || other.startsWith(one))
                ? 2
                : level;
    }

    private static byte home(Profile one, Profile other) {
        if (one.settlement().isEmpty() || other.settlement().isEmpty()) {
            return Field.ABSENT;
        }
        boolean there = one.settlement().equals(other.settlement());
        if (there && one.street().equals(other.street())) {
            return Field.EXACT;
        }
        if (Similarity.close(one.settlement() + one.street(), other.settlement() + other.street())
                && Similarity.slips(one.street(), other.street()) >= 0) {
            return 2;
        }
        return (byte) (there ? 3 : 4);
    }

    private static byte taj(String one, String other) {
        byte level = equal(one, other, 3);
        return level == 3 && Similarity.oneSlip(one, other) ? 2 : level;
    }

    private static byte equal(String one, String other, int different) {
        if (one.isEmpty() || other.isEmpty()) {
            return Field.ABSENT;
        }
        return one.equals(other) ? Field.EXACT : (byte) different;
    }
}
