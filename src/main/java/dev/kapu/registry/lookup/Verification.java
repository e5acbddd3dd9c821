package dev.kapu.registry.lookup;

import dev.kapu.registry.PersonName;
import dev.kapu.registry.Spelling;
import dev.kapu.registry.person.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comparing claims with the registry found; never what the registry holds (K21).
 *
 * @param differing names of the claims that differ, only with {@link Result#DIFFERS}
 */
public record Verification(Result result, List<String> differing) {
    static final Verification NO_MATCH = new Verification(Result.NO_MATCH, List.of());

    /** NO_MATCH: unknown, out of reach, or no whole name that agrees. */
    public enum Result {
        MATCH,
        DIFFERS,
        NO_MATCH
    }

    /** What differs is told to whoever knows a whole name: parts of one, or a date, are guessed too easily (ADR 41). */
    public static Verification of(Claims claims, Person person) {
        var agrees = new LinkedHashMap<String, Boolean>();
        compare(agrees, "name", claims.name(), person.name());
        compare(agrees, "birthName", claims.birthName(), person.birthName());
        if (claims.birthPlace() != null) {
            agrees.put("birthPlace", Spelling.same(claims.birthPlace(), person.birthPlace()));
        }
        if (claims.birthDate() != null) {
            agrees.put("birthDate", Objects.equals(claims.birthDate(), person.birthDate()));
        }
        if (agrees.containsValue(false) && !isKnown(claims, agrees)) {
            return NO_MATCH;
        }
        var differing = agrees.entrySet().stream()
                .filter(claim -> !claim.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Verification(differing.isEmpty() ? Result.MATCH : Result.DIFFERS, differing);
    }

    private static boolean isKnown(Claims claims, Map<String, Boolean> agrees) {
        return (isWhole(claims.name()) && agrees.getOrDefault("name", false))
                || (isWhole(claims.birthName()) && agrees.getOrDefault("birthName", false));
    }

    private static boolean isWhole(Claims.@Nullable ClaimedName claimed) {
        return claimed != null && claimed.family() != null && claimed.given() != null;
    }

    private static void compare(
            Map<String, Boolean> agrees, String field, Claims.@Nullable ClaimedName claimed, PersonName held) {
        if (claimed == null) {
            return;
        }
        agrees.put(
                field,
                (claimed.family() == null || Spelling.same(claimed.family(), held.family()))
                        && (claimed.given() == null || Spelling.same(claimed.given(), held.given())));
    }
}
