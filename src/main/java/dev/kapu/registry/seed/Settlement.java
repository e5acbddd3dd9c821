package dev.kapu.registry.seed;

import dev.kapu.registry.Address;
import dev.kapu.registry.Coordinates;
import java.util.List;

record Settlement(String name, String postcode, Coordinates coordinates) {
    private static final List<String> STREETS = List.of(
            "Petőfi Sándor utca",
            "Kossuth Lajos utca",
            "Rákóczi út",
            "Ady Endre utca",
            "Arany János utca",
            "Dózsa György út",
            "Béke utca",
            "Szabadság tér",
            "Jókai Mór utca",
            "Széchenyi István utca",
            "Táncsics Mihály utca",
            "Bartók Béla út",
            "Deák Ferenc utca",
            "József Attila utca",
            "Vörösmarty utca",
            "Fő utca",
            "Iskola utca",
            "Templom tér",
            "Akácfa utca",
            "Gárdonyi Géza utca");

    static Frequencies<Settlement> all() {
        return Frequencies.read(
                "names/hu-settlements.csv",
                row -> new Settlement(
                        row[0], row[2], new Coordinates(Double.parseDouble(row[3]), Double.parseDouble(row[4]))));
    }

    Address house(Dice dice) {
        return new Address("HU", postcode, name, street(dice));
    }

    Address home(Dice dice) {
        var floor = dice.percent(40) ? " %d. em. %d.".formatted(dice.between(1, 10), dice.between(1, 40)) : "";
        return new Address("HU", postcode, name, street(dice) + floor);
    }

    private static String street(Dice dice) {
        return "%s %d.".formatted(dice.oneOf(STREETS), dice.between(1, 140));
    }
}
