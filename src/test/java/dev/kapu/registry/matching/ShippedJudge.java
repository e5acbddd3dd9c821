package dev.kapu.registry.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Febrl files as the product would take them: its keys, its fields, its weights and its thresholds, learnt elsewhere.
 * A file has a name, a birth date and an address; what identifies besides (mother, birth place, sex) it does not have, so
 * nobody is the same beyond doubt but who agrees in all.
 */
final class ShippedJudge {
    private final Judge judge;

    ShippedJudge(Judge judge) {
        this.judge = judge;
    }

    /** Pairs that would be refused or put before a human. */
    Quality look(List<Febrl> records) {
        var profiles =
                records.stream().map(ShippedJudge::described).map(Profile::of).toList();
        var index = new Index(profiles);
        long found = 0;
        long right = 0;
        for (int i = 0; i < profiles.size(); i++) {
            for (var known : index.candidates(profiles.get(i))) {
                int other = (int) known.educationId();
                if (other < i && !(judge.judge(profiles.get(i), List.of(known)) instanceof Outcome.New)) {
                    found++;
                    right += isOne(records, i, other) ? 1 : 0;
                }
            }
        }
        return new Quality(found, right, same(records));
    }

    private static long same(List<Febrl> records) {
        long same = 0;
        for (int i = 0; i < records.size(); i++) {
            for (int j = 0; j < i; j++) {
                same += isOne(records, i, j) ? 1 : 0;
            }
        }
        return same;
    }

    private static boolean isOne(List<Febrl> records, int one, int other) {
        return records.get(one).person().equals(records.get(other).person());
    }

    private static Description described(Febrl from) {
        return new Description(
                from.surname(),
                from.given(),
                null,
                null,
                null,
                null,
                null,
                date(from.birthDate()),
                null,
                from.postcode(),
                from.suburb(),
                from.street() + " " + from.streetNumber(),
                null);
    }

    private static @Nullable LocalDate date(String digits) {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
