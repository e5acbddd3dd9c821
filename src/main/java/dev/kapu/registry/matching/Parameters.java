package dev.kapu.registry.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was learnt, as lines of text that a person can read, compare and replace. */
record Parameters(Model model, Thresholds thresholds) {
    /** @throws IllegalArgumentException if a line is not understood or something is missing */
    static Parameters read(Stream<String> lines, List<Field> fields) {
        var numbers = new HashMap<String, Double>();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(',');
            numbers.put(line.substring(0, Math.max(end, 0)), Double.parseDouble(line.substring(end + 1)));
        });
        return new Parameters(
                new Model(
                        chances(numbers, "same", fields),
                        chances(numbers, "relatives", fields),
                        chances(numbers, "strangers", fields),
                        number(numbers, "relatives for strangers"),
                        rarities(numbers, fields)),
                new Thresholds(number(numbers, "threshold,look"), number(numbers, "threshold,same")));
    }

    private static Chances chances(Map<String, Double> numbers, String kind, List<Field> fields) {
        var table = Chances.sums(fields);
        for (int i = 0; i < table.length; i++) {
            var field = fields.get(i);
            for (int level = 1; level < table[i].length; level++) {
                table[i][level] = number(
                        numbers,
                        kind + "," + field.name() + "," + field.levels().get(level - 1));
            }
        }
        return Chances.ofTable(table);
    }

    private static Map<String, Rarity> rarities(Map<String, Double> numbers, List<Field> fields) {
        var rarities = new HashMap<String, Rarity>();
        for (var field : fields) {
            var otherwise = numbers.get("rest," + field.name());
            if (otherwise != null) {
                var start = "value," + field.name() + ",";
                var common = new HashMap<String, Double>();
                numbers.forEach((key, share) -> {
                    if (key.startsWith(start)) {
                        common.put(key.substring(start.length()), share);
                    }
                });
                rarities.put(field.name(), new Rarity(common, otherwise));
            }
        }
        return rarities;
    }

    private static double number(Map<String, Double> numbers, String key) {
        var number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("no line begins with " + key);
        }
        return number;
    }

    Stream<String> lines(List<Field> fields) {
        var lines = Stream.<String>builder();
        lines.add(line("threshold,look", thresholds.look()))
                .add(line("threshold,same", thresholds.same()))
                .add(line("relatives for strangers", model.relativesForStrangers()));
        chances("same", model.same(), fields, lines);
        chances("relatives", Objects.requireNonNull(model.relatives()), fields, lines);
        chances("strangers", model.strangers(), fields, lines);
        for (var field : fields) {
            var rarity = model.rarities().get(field.name());
            if (rarity != null) {
                lines.add(line("rest," + field.name(), rarity.otherwise()));
                new TreeMap<>(rarity.common())
                        .forEach((value, share) -> lines.add(line("value," + field.name() + "," + value, share)));
            }
        }
        return lines.build();
    }

    private static void chances(String kind, Chances chances, List<Field> fields, Stream.Builder<String> lines) {
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            for (int level = 1; level <= field.levels().size(); level++) {
                var key = kind + "," + field.name() + "," + field.levels().get(level - 1);
                lines.add(line(key, chances.of(i, level)));
            }
        }
    }

    private static String line(String key, double number) {
        return String.format(Locale.ROOT, "%s,%.4g", key, number);
    }
}
