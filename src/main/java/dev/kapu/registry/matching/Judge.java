package dev.kapu.registry.matching;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Decides between new, same and look. */
final class Judge {
    private final PersonScheme scheme = new PersonScheme();
    private final Weights weights;
    private final Thresholds thresholds;

    Judge(Parameters parameters) {
        this.weights = new Weights(scheme.fields(), parameters.model());
        this.thresholds = parameters.thresholds();
    }

    /** Somebody who shares a key with the newcomer. */
    record Known(long educationId, Profile profile) {}

    private record Judged(Outcome.Candidate candidate, boolean same) {}

    Outcome judge(Profile newcomer, List<Known> known) {
        var judged = known.stream()
                .flatMap(one -> judge(newcomer, one))
                .sorted(Comparator.comparing((Judged one) -> one.same)
                        .thenComparingDouble(one -> one.candidate.weight())
                        .reversed())
                .toList();
        if (judged.isEmpty()) {
            return new Outcome.New();
        }
        var likeliest = judged.get(0);
        // Two of whom each would be the same beyond doubt are one too many: the registry itself holds somebody twice.
        boolean alone = judged.stream().filter(Judged::same).count() == 1;
        return alone
                ? new Outcome.Same(likeliest.candidate.educationId(), likeliest.candidate.weight())
                : new Outcome.Look(judged.stream()
                        .map(Judged::candidate)
                        .limit(Outcome.MOST)
                        .toList());
    }

    /** Whether both are beyond doubt one person. */
    boolean isSame(Profile one, Profile other) {
        return judge(one, new Known(0, other)).anyMatch(Judged::same);
    }

    private Stream<Judged> judge(Profile newcomer, Known known) {
        var agreement = scheme.compare(newcomer, known.profile);
        double weight = weights.of(agreement);
        boolean same = nothingDiffers(newcomer, known.profile, agreement)
                || (weight >= thresholds.same() && beyondDoubt(agreement));
        boolean sameTaj = agreement.level(PersonScheme.TAJ) == Field.EXACT;
        return same || sameTaj || weight >= thresholds.look()
                ? Stream.of(new Judged(new Outcome.Candidate(known.educationId, weight), same))
                : Stream.empty();
    }

    /** K2: an exact match, in whatever both say or neither says. */
    private boolean nothingDiffers(Profile one, Profile other, Agreement agreement) {
        for (int field = 0; field < scheme.fields().size(); field++) {
            byte level = agreement.level(field);
            boolean bothSilent = level == Field.ABSENT && one.silent(field) && other.silent(field);
            if (level != Field.EXACT && !bothSilent) {
                return false;
            }
        }
        return true;
    }

    /**
     * Weights add up as if fields were independent, which they are not within a family: twins agree in all but the given
     * name. So however much agrees, what identifies must agree each by itself.
     */
    private static boolean beyondDoubt(Agreement agreement) {
        return atLeast(agreement, PersonScheme.GIVEN, Field.EXACT)
                && atLeast(agreement, PersonScheme.BIRTH_DATE, Field.EXACT)
                && atLeast(agreement, PersonScheme.BIRTH_PLACE, Field.EXACT)
                && atLeast(agreement, PersonScheme.FAMILY, NameLevels.VARIANT)
                && atLeast(agreement, PersonScheme.MOTHER_FAMILY, NameLevels.VARIANT)
                && atLeast(agreement, PersonScheme.MOTHER_GIVEN, NameLevels.VARIANT)
                && agreement.level(PersonScheme.SEX) <= Field.EXACT
                && agreement.level(PersonScheme.TAJ) <= Field.EXACT;
    }

    private static boolean atLeast(Agreement agreement, int field, byte level) {
        return agreement.level(field) != Field.ABSENT && agreement.level(field) <= level;
    }
}
