package dev.kapu.registry.affiliation;

import java.util.Arrays;
import java.util.Locale;

/** Affiliations that are kept: of students (K6) and of staff (K8). */
public enum AffiliationType {
    COMPULSORY_STUDENT(CardType.STUDENT),
    STUDENT(CardType.STUDENT),
    DORMITORY(CardType.STUDENT),
    APPRENTICESHIP(CardType.STUDENT),
    MAIN_EMPLOYMENT(CardType.TEACHER),
    SECONDARY_EMPLOYMENT(CardType.TEACHER),
    HOURLY_PAID(CardType.TEACHER);

    private final CardType card;

    AffiliationType(CardType card) {
        this.card = card;
    }

    /** The card that the affiliation entitles to. */
    public CardType card() {
        return card;
    }

    /** Of a student (K6); else of staff (K8). */
    public boolean isStudents() {
        return card == CardType.STUDENT;
    }

    /** Decides by itself who answers for the person (K7, K8), so nobody holds it at two institutions at a time (K14). */
    public boolean isAtOneInstitution() {
        return this == COMPULSORY_STUDENT || this == MAIN_EMPLOYMENT;
    }

    /** The word in contracts and in the database, e.g. {@code main-employment}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AffiliationType ofWord(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no affiliation type"));
    }
}
