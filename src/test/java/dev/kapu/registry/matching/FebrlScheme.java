package dev.kapu.registry.matching;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of the Febrl files for the engine that compares persons: text, numbers, and two pairs that change places. */
final class FebrlScheme implements Scheme<Febrl> {
    private static final byte CLOSE = 2;
    private static final byte ALIKE = 3;
    private static final byte DIFFERENT = 4;

    private static final List<Field> FIELDS = Stream.of(
                    "given", "surname", "street", "house", "suburb", "state", "streetNumber", "postcode", "birthDate")
            .map(name -> Field.of(name, "exact", "close", "alike", "different"))
            .toList();

    private final Memo texts;
    private final Memo numbers;

    FebrlScheme(List<Febrl> records) {
        texts = new Memo(
                records.stream()
                        .flatMap(r -> Stream.of(r.given(), r.surname(), r.street(), r.house(), r.suburb(), r.state()))
                        .toList(),
                FebrlScheme::text);
        numbers = new Memo(
                records.stream()
                        .flatMap(r -> Stream.of(r.streetNumber(), r.postcode(), r.birthDate()))
                        .toList(),
                FebrlScheme::number);
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    static Map<String, Rarity> rarities(List<Febrl> records) {
        return FIELDS.stream().collect(Collectors.toMap(Field::name, field -> rarity(records, FIELDS.indexOf(field))));
    }

    private static Rarity rarity(List<Febrl> records, int field) {
        var values = records.stream()
                .map(record -> values(record)[field])
                .filter(value -> !value.isEmpty())
                .toList();
        return Rarity.of(values, 0.001);
    }

    @Override
    public Agreement compare(Febrl one, Febrl other) {
        var a = values(one);
        var b = values(other);
        var agreement = new Agreement(FIELDS.size());
        both(agreement, 0, a, b);
        both(agreement, 2, a, b);
        for (int i = 4; i < a.length; i++) {
            agreement.set(i, level(i < 6 ? texts : numbers, a[i], b[i]), a[i]);
        }
        return agreement;
    }

    /** Two neighbouring fields, crosswise if they agree better so. */
    private void both(Agreement agreement, int i, String[] a, String[] b) {
        byte first = level(texts, a[i], b[i]);
        byte second = level(texts, a[i + 1], b[i + 1]);
        byte crossed = level(texts, a[i], b[i + 1]);
        byte crossedBack = level(texts, a[i + 1], b[i]);
        if (cost(crossed) + cost(crossedBack) + 1 < cost(first) + cost(second)) {
            agreement.set(i, crossed, a[i]);
            agreement.set(i + 1, crossedBack, a[i + 1]);
        } else {
            agreement.set(i, first, a[i]);
            agreement.set(i + 1, second, a[i + 1]);
        }
    }

    private static int cost(byte level) {
        return level == Field.ABSENT ? 2 : level - 1;
    }

    private static byte level(Memo memo, String one, String other) {
        return one.isEmpty() || other.isEmpty() ? Field.ABSENT : memo.level(one, other);
    }

    private static String[] values(Febrl r) {
        return new String[] {
            r.given(),
            r.surname(),
            r.street(),
            r.house(),
            r.suburb(),
            r.state(),
            r.streetNumber(),
            r.postcode(),
            r.birthDate()
        };
    }

    private static int text(String one, String other) {
        if (one.equals(other)) {
            return Field.EXACT;
        }
        return Similarity.close(one, other) ? CLOSE : Similarity.alike(one, other) ? ALIKE : DIFFERENT;
    }

    private static int number(String one, String other) {
        int slips = Similarity.slips(one, other);
        return slips < 0 || (one.length() < 3 && slips > 1) ? DIFFERENT : 1 + slips;
    }
}
