package dev.kapu.registry.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A file of the Freely Extensible Biomedical Record Linkage project, without its social security number.
 *
 * @param person what the records of one person share
 */
record Febrl(
        String person,
        String given,
        String surname,
        String streetNumber,
        String street,
        String house,
        String suburb,
        String postcode,
        String state,
        String birthDate) {
    static List<Febrl> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).map(Febrl::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Febrl of(String line) {
        var cells = Arrays.stream(line.split(",", -1))
                .map(cell -> cell.strip().replaceAll("[ '-]", ""))
                .toList();
        return new Febrl(
                cells.get(0).replaceAll("rec(\\d+)(org|dup\\d+)", "$1"),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9));
    }
}
