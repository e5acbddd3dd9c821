package dev.kapu.registry.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.springframework.core.io.ClassPathResource;

/** Names and places of Hungarians and Turks, drawn as often as they occur. */
final class Town {
    private static final String RESOURCES = "names/%s.csv";
    private static final List<String> STREETS = List.of(
            "Kossuth Lajos utca",
            "Petőfi utca",
            "Rákóczi út",
            "Fő utca",
            "Szabadság tér",
            "Béke utca",
            "Arany János u.",
            "Ady Endre út",
            "Dózsa György utca",
            "Hunyadi utca",
            "Mátyás király út",
            "Bem tér",
            "Iskola köz",
            "Malom sor");
    private static final List<String> BEGINNINGS = List.of(
            "Bor", "Kert", "Szent", "Almás", "Vad", "Hor", "Pet", "Zsom", "Gal", "Csák", "Dob", "Mező", "Nyár", "Sár");
    private static final List<String> ENDS = List.of(
            "vári", "házi", "falvi", "halmi", "esi", "ényi", "ondi", "bai", "csik", "mányi", "szki", "lacz", "kuti");

    private final RandomGenerator dice;
    private final NavigableMap<Double, String> families = weighted("hu-family");
    private final NavigableMap<Double, String> women = weighted("hu-female");
    private final NavigableMap<Double, String> men = weighted("hu-male");
    private final NavigableMap<Double, String> places = weighted("hu-settlements");
    private final List<NavigableMap<Double, String>> turkish = turkish();

    Town(RandomGenerator dice) {
        this.dice = dice;
    }

    String family(boolean turk) {
        if (turk) {
            return draw(turkish.get(0));
        }
        return dice.nextInt(4) == 0 ? oneOf(BEGINNINGS) + oneOf(ENDS) : draw(families);
    }

    String given(boolean turk, boolean woman) {
        return draw(turk ? turkish.get(woman ? 1 : 2) : woman ? women : men);
    }

    String place() {
        return draw(places);
    }

    String street() {
        return oneOf(STREETS) + " " + (1 + dice.nextInt(120)) + ".";
    }

    <T> T oneOf(List<T> choice) {
        return choice.get(dice.nextInt(choice.size()));
    }

    private String draw(NavigableMap<Double, String> from) {
        return from.higherEntry(dice.nextDouble() * from.lastKey()).getValue();
    }

    private static NavigableMap<Double, String> weighted(String resource) {
        var rows = read(RESOURCES.formatted(resource));
        return weighted(
                rows.stream().map(row -> row.split(",", -1)[0]).toList(),
                i -> Double.parseDouble(rows.get(i).split(",", -1)[1]));
    }

    /** Rank and frequency of Turkish names as Zipf has them. */
    private static List<NavigableMap<Double, String>> turkish() {
        return read("matching/turkish-names.csv").stream()
                .map(row -> weighted(List.of(row.split(",", -1)), i -> 1.0 / (i + 3)))
                .toList();
    }

    private static NavigableMap<Double, String> weighted(List<String> values, IntToDoubleFunction weight) {
        var upTo = new TreeMap<Double, String>();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weight.applyAsDouble(i);
            upTo.put(sum, values.get(i));
        }
        return upTo;
    }

    private static List<String> read(String resource) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
