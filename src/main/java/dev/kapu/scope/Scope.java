package dev.kapu.scope;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The closed vocabulary of the persons a grant covers (K21). Each word is a legal idea; {@link Reach} binds it to one
 * request and the registry turns that into a condition of its query, so that nobody outside it is ever read.
 */
public enum Scope {
    EVERYONE(Needs.NOTHING),
    /** Anybody, but only on behalf of the represented institution: it adds people of others to its own (K11, K14). */
    EVERYONE_FOR_REPRESENTED_INSTITUTION(Needs.REPRESENTED_INSTITUTION),
    AFFILIATED_WITH_REPRESENTED_INSTITUTION(Needs.REPRESENTED_INSTITUTION),
    RESPONSIBLE_INSTITUTION(Needs.REPRESENTED_INSTITUTION),
    UNATTACHED(Needs.NOTHING),
    AFFILIATED_WITH_NAMED_INSTITUTION(Needs.NAMED_INSTITUTION),
    /** Those, and for whom the institution asked for a card that waits or is issued, also if they have left it (ADR 50). */
    CARDHOLDERS_OF_NAMED_INSTITUTION(Needs.NAMED_INSTITUTION),
    /** Of secondary-school admissions, while they run (K24). */
    APPLICANTS_OF_THIS_PROCEDURE(Needs.NOTHING),
    /** Of higher-education admissions, while they run (K24). */
    APPLICANTS_TO_HIGHER_EDUCATION(Needs.NOTHING),
    CANDIDATES_OF_THIS_EXAM(Needs.NOTHING),
    /** Who has or had a card, or asked for one. Like the next three: of events only, a question reaches nobody by it. */
    CARDHOLDERS(Needs.NOTHING),
    /** Who is a candidate, or has ever got a document of an exam. */
    IN_EXAM_RECORDS(Needs.NOTHING),
    /** Whose ID higher education has taken over or asked for. */
    IN_ACADEMIC_REGISTER(Needs.NOTHING),
    /** Of whom the personnel module has reported something. */
    STAFF(Needs.NOTHING),
    TAUGHT_BY_THIS_TEACHER(Needs.NOTHING),
    CHILD_OF_THIS_PARENT(Needs.NOTHING),
    /** Aggregates only (K22). */
    NOBODY(Needs.NOTHING);

    /** Which institution a request must carry for the scope to mean anything. */
    public enum Needs {
        NOTHING,
        REPRESENTED_INSTITUTION,
        NAMED_INSTITUTION
    }

    private static final Set<Scope> STANDING = Set.of(
            APPLICANTS_OF_THIS_PROCEDURE,
            APPLICANTS_TO_HIGHER_EDUCATION,
            CANDIDATES_OF_THIS_EXAM,
            CARDHOLDERS,
            IN_EXAM_RECORDS,
            IN_ACADEMIC_REGISTER,
            STAFF);

    private final Needs needs;

    Scope(Needs needs) {
        this.needs = needs;
    }

    public Needs needs() {
        return needs;
    }

    /** The word used in {@code permissions.yaml}, e.g. {@code affiliated-with-named-institution}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /** Whether a person stands in it whatever the institution: an event that needs it says so of its subject. */
    public boolean isStanding() {
        return STANDING.contains(this);
    }

    /** Whether the person is covered. A scope whose facts the subject does not carry covers nobody: on doubt, deny. */
    public boolean covers(Subject subject, String institution) {
        if (isStanding()) {
            return subject.standing().contains(this);
        }
        return switch (this) {
            case EVERYONE, EVERYONE_FOR_REPRESENTED_INSTITUTION -> true;
            case AFFILIATED_WITH_REPRESENTED_INSTITUTION,
                    AFFILIATED_WITH_NAMED_INSTITUTION,
                    CARDHOLDERS_OF_NAMED_INSTITUTION -> subject.affiliatedWith().contains(institution);
            case RESPONSIBLE_INSTITUTION -> institution.equals(subject.responsibleInstitution());
            case UNATTACHED -> subject.isPerson() && subject.affiliatedWith().isEmpty();
            default -> false;
        };
    }
}
