package dev.kapu.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Invented people for the sample of a template; the first line of the file names the fields. */
final class Sample {
    private static final String SEPARATOR = ";";

    private Sample() {}

    static List<Map<String, String>> rows(Template template) {
        var name = "/workbook/" + template.word() + ".csv";
        try (var file = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var fields = List.of(lines.get(0).split(SEPARATOR, -1));
            return lines.stream().skip(1).map(line -> row(fields, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> fields, String line) {
        var cells = List.of(line.split(SEPARATOR, -1));
        var row = new HashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(fields.get(i), cells.get(i));
            }
        }
        return row;
    }
}
