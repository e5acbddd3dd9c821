package dev.kapu.registry.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What {@code bench/matching} prints. Arguments: the directory of the Febrl files and a seed; in the environment the address of a database, if any. */
final class MatchingBench {
    private static final int REGISTERED = 200_000;
    private static final int AGAIN = 20_000;
    private static final int FIRST_TIME = 200_000;
    private static final int ASKED = 2_000;
    private static final int TOGETHER = 500;

    private final List<Double> worst = new ArrayList<>();
    private final Judge judge;

    private MatchingBench() throws IOException {
        this.judge = new Judge(MatchingConfiguration.read(MatchingConfiguration.PARAMETERS));
    }

    public static void main(String[] arguments) throws IOException {
        var bench = new MatchingBench();
        for (var file : files(Path.of(arguments[0]))) {
            bench.febrl(file);
        }
        var trial = bench.made(Long.parseLong(arguments[1]));
        var database = System.getenv("MATCHING_DATABASE");
        var speed = database == null ? "time not measured" : bench.speed(database);
        print(
                "matching: Febrl F at least %.4f (engine, learnt from each file); made set recall %.4f, %.2f of 10 000 refused wrongly; %s",
                bench.worst.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                trial.look().recall(),
                10_000.0 * trial.refused() / trial.strangers(),
                speed);
        if (!bench.isGoodEnough(trial)) {
            System.exit(1);
        }
    }

    /** What the documentation promises; whoever changes the parameters finds out here. */
    private boolean isGoodEnough(Trial trial) {
        return worst.stream().allMatch(f -> f >= 0.995)
                && trial.look().recall() >= 0.99
                && trial.refused() * 10_000L < trial.strangers();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            var files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("no .csv file in " + directory);
            }
            return files;
        }
    }

    private void febrl(Path file) {
        var records = Febrl.read(file);
        var found = new Deduplication<>(records, new FebrlScheme(records), FebrlScheme.rarities(records));
        var look = found.at(found.thresholds.look(), Febrl::person);
        var same = found.at(found.thresholds.same(), Febrl::person);
        worst.add(Math.min(look.f(), same.f()));
        print("%s", file.getFileName());
        print("  engine, learnt anew, all pairs");
        print("          look >= %5.2f  %s", found.thresholds.look(), look);
        print("          same >= %5.2f  %s", found.thresholds.same(), same);
        print("  as shipped, by name, birth date and address only");
        print("          look           %s", new ShippedJudge(judge).look(records));
    }

    private Trial made(long seed) {
        var trial = Trial.of(Sample.of(REGISTERED, AGAIN, FIRST_TIME, seed), judge);
        print("made set  look           %s", trial.look());
        print("          same           %s", trial.same());
        print(
                "          of %d who are new %d were refused, %d (%.2f %%) have to be looked at",
                trial.strangers(), trial.refused(), trial.lookedAt(), 100.0 * trial.lookedAt() / trial.strangers());
        return trial;
    }

    private String speed(String database) {
        var source = new SingleConnectionDataSource(database, true);
        try {
            var jdbc = new JdbcTemplate(source);
            var store = new MatchingStore(jdbc);
            var matching = new Matching(store, new HeldKeys(store), judge);
            var newcomers = newcomers(jdbc);
            newcomers.forEach(matching::compare);
            var query = millis(
                    newcomers,
                    newcomer -> store.candidates(
                            List.of(Keys.asked(Profile.of(newcomer)).numbers())));
            var whole = millis(newcomers, matching::compare);
            long start = System.nanoTime();
            for (int i = 0; i < newcomers.size(); i += TOGETHER) {
                matching.compare(newcomers.subList(i, Math.min(i + TOGETHER, newcomers.size())));
            }
            double each = (System.nanoTime() - start) / 1e6 / newcomers.size();
            long persons = jdbc.query("select count(*) from person", (row, number) -> row.getLong(1))
                    .get(0);
            print(
                    "against %d persons, one newcomer at a time: query p50 %.2f p99 %.2f ms, whole p50 %.2f p99 %.2f ms",
                    persons, at(query, 50), at(query, 99), at(whole, 50), at(whole, 99));
            print(
                    "%d at a time: %.2f ms each, so 100 000 first-graders are compared in %.0f s",
                    TOGETHER, each, each * 100);
            return String.format(
                    Locale.ROOT, "one against %d: p50 %.2f p99 %.2f ms", persons, at(whole, 50), at(whole, 99));
        } finally {
            source.destroy();
        }
    }

    /** Half of them new, half registered already: the names are those of the registry, so keys are as crowded. */
    private static List<Description> newcomers(JdbcTemplate jdbc) {
        var newcomers = new ArrayList<Description>();
        jdbc.query(
                """
                select p.family_name, p.given_name, p.birth_family_name, p.birth_given_name, q.mother_family_name,
                       q.mother_given_name, p.birth_place, p.birth_date, p.sex, q.residence_postcode,
                       q.residence_settlement, q.residence_street, q.taj
                  from (select *, row_number() over (order by hashint8(education_id)) as number from person
                         order by hashint8(education_id) limit ?) p
                  join (select *, row_number() over (order by hashint8(education_id)) as number from person
                         order by hashint8(education_id) limit ?) q
                    on q.number = case when p.number % 2 = 0 then p.number else p.number + 1 end""",
                row -> {
                    newcomers.add(new Description(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getObject(8, LocalDate.class),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            row.getString(12),
                            row.getString(13)));
                },
                ASKED,
                ASKED);
        return newcomers;
    }

    private interface Ask {
        Object of(Description newcomer);
    }

    private static double[] millis(List<Description> newcomers, Ask ask) {
        return newcomers.stream()
                .mapToDouble(newcomer -> {
                    long start = System.nanoTime();
                    ask.of(newcomer);
                    return (System.nanoTime() - start) / 1e6;
                })
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
