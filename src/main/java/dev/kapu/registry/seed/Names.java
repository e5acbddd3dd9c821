package dev.kapu.registry.seed;

import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import java.util.Map;

/** Hungarian names, as frequent as they are: two random people share a family name with p = 0.03. */
final class Names {
    private static final Map<Character, Character> LONG = Map.of('a', 'á', 'e', 'é', 'o', 'ó', 'ö', 'ő');

    private final Frequencies<String> family = Frequencies.read("names/hu-family.csv", row -> row[0]);
    private final Frequencies<String> female = Frequencies.read("names/hu-female.csv", row -> row[0]);
    private final Frequencies<String> male = Frequencies.read("names/hu-male.csv", row -> row[0]);

    PersonName birthName(Sex sex, Dice dice) {
        var given = given(sex, dice);
        var second = given(sex, dice);
        return new PersonName(
                family.draw(dice), dice.percent(6) && !second.equals(given) ? given + " " + second : given);
    }

    /** One of the forms a married woman may choose; the birth name stays what it is. */
    PersonName marriedName(PersonName birthName, Dice dice) {
        var husband = birthName(Sex.MALE, dice);
        var family =
                switch (dice.below(5)) {
                    case 0 -> husband.family() + " " + wifeOf(husband.given()) + " " + birthName.family();
                    case 1 -> wifeOf(husband.family()) + " " + birthName.family();
                    case 2 -> husband.family() + "-" + birthName.family();
                    default -> husband.family();
                };
        return new PersonName(family, birthName.given());
    }

    private String given(Sex sex, Dice dice) {
        return (sex == Sex.FEMALE ? female : male).draw(dice);
    }

    /** Varga: Vargáné. */
    private static String wifeOf(String name) {
        int last = name.length() - 1;
        char end = name.charAt(last);
        return name.substring(0, last) + LONG.getOrDefault(end, end) + "né";
    }
}
