package dev.kapu.registry.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints parameters learnt from a file of descriptions, one a line, or from a made registry; {@code bench/learn-matching}
 * says how to get such a file.
 */
final class LearnMatching {
    private static final double REGISTERED = 2_000_000;
    private static final double WRONGLY_SAME = 1e-4;
    private static final double MISSED = 5e-4;
    private static final int MADE = 100_000;
    private static final int AGAIN = 20_000;
    private static final long SEED = 20_261_124;

    private LearnMatching() {}

    public static void main(String[] arguments) throws IOException {
        var persons = arguments.length > 0 ? read(Path.of(arguments[0])) : made();
        var profiles = persons.stream().map(Profile::of).toList();
        var learnt = new PersonLearning(profiles).learn(REGISTERED, WRONGLY_SAME, MISSED);
        System.out.println(
                "# Learnt by bench/learn-matching; docs/adr/0009 says how. kind,field,level or value,number");
        learnt.lines(new PersonScheme().fields()).forEach(System.out::println);
    }

    static List<Description> made() {
        var sample = Sample.of(MADE, AGAIN, 0, SEED);
        return Stream.concat(
                        sample.registered().stream(),
                        sample.newcomers().stream().map(Sample.Newcomer::described))
                .toList();
    }

    private static List<Description> read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(LearnMatching::description).toList();
        }
    }

    private static Description description(String line) {
        var cells = Stream.of(line.split("\t", -1))
                .map(cell -> cell.equals("\\N") ? "" : cell)
                .toArray(String[]::new);
        return new Description(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7].isEmpty() ? null : LocalDate.parse(cells[7]),
                cells[8],
                cells[9],
                cells[10],
                cells[11],
                cells[12]);
    }
}
