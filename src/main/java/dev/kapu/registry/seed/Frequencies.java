package dev.kapu.registry.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** Values that are drawn as often as they occur in life. */
final class Frequencies<T> {
    private static final int RESOLUTION = 1 << 30;
    private final List<T> values;
    private final int[] upTo;

    private Frequencies(List<T> values, double[] weights) {
        this.values = values;
        this.upTo = new int[weights.length];
        double total = Arrays.stream(weights).sum();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = (int) (sum / total * RESOLUTION);
        }
    }

    /** Reads a file of {@code name,weight,…} with a heading. */
    static <T> Frequencies<T> read(String resource, Function<String[], T> value) {
        var file = new ClassPathResource(resource);
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            var rows = reader.lines().skip(1).map(line -> line.split(",")).toList();
            return new Frequencies<>(
                    rows.stream().map(value).toList(),
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<T> all() {
        return values;
    }

    T draw(Dice dice) {
        int found = Arrays.binarySearch(upTo, dice.below(RESOLUTION));
        return values.get(Math.min(found < 0 ? -found - 1 : found + 1, values.size() - 1));
    }
}
