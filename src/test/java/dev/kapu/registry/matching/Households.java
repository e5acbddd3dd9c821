package dev.kapu.registry.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Distinct persons who are easily taken for one another: siblings, twins, and namesakes with the same birthday. */
final class Households {
    private static final LocalDate FIRST = LocalDate.of(2003, 9, 1);
    private static final int DAYS = 6000;

    private final RandomGenerator dice;
    private final Town town;

    Households(RandomGenerator dice) {
        this.dice = dice;
        this.town = new Town(dice);
    }

    /** One to three children, and now and then somebody far away who was born on the same day under the same name. */
    List<Made> next() {
        boolean turk = dice.nextInt(6) == 0;
        var first = child(turk);
        var all = new ArrayList<>(List.of(first));
        int others = dice.nextInt(3);
        for (int i = 0; i < others; i++) {
            all.add(sibling(first, turk, dice.nextInt(25) == 0));
        }
        if (dice.nextInt(50) == 0) {
            all.add(namesake(first, turk));
        }
        return all;
    }

    private Made child(boolean turk) {
        boolean woman = dice.nextBoolean();
        var family = town.family(turk);
        var home = town.place();
        return new Made(
                        family,
                        "",
                        family,
                        "",
                        town.family(turk),
                        town.given(turk, true),
                        place(home),
                        date(),
                        woman,
                        home,
                        town.street(),
                        taj())
                .called(family, given(turk, woman));
    }

    private String given(boolean turk, boolean woman) {
        var given = town.given(turk, woman);
        var second = town.given(turk, woman);
        return dice.nextInt(12) == 0 && !second.equals(given) ? given + " " + second : given;
    }

    private String other(String given, boolean turk, boolean woman) {
        String other;
        do {
            other = given(turk, woman);
        } while (other.equals(given));
        return other;
    }

    private Made sibling(Made of, boolean turk, boolean twin) {
        boolean woman = dice.nextBoolean();
        var born = twin ? of.birthDate() : of.birthDate().plusDays(300 + dice.nextInt(3000));
        return of.called(of.family(), other(of.given(), turk, woman))
                .sex(woman)
                .born(twin ? of.birthPlace() : place(of.settlement()), born)
                .insured(taj());
    }

    private Made namesake(Made of, boolean turk) {
        var home = town.place();
        return of.ofMother(town.family(turk), town.given(turk, true))
                .born(place(home), of.birthDate())
                .at(home, town.street())
                .insured(taj());
    }

    private String place(String home) {
        return dice.nextInt(10) < 6 ? home : town.place();
    }

    private LocalDate date() {
        return FIRST.plusDays(dice.nextInt(DAYS));
    }

    private String taj() {
        return dice.nextInt(10) == 0 ? "" : "%09d".formatted(dice.nextInt(1_000_000_000));
    }
}
