package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A registry and those who come to it: the same seed makes the same sample.
 *
 * @param registered whose number is the place in the list
 */
record Sample(List<Description> registered, List<Newcomer> newcomers) {
    private static final Edit[] EDITS = Edit.values();

    /** @param number of the person in the registry, or -1 */
    record Newcomer(Description described, int number, Edit edit) {}

    /** Of the persons some are registered and come again, some are registered and some come for the first time. */
    static Sample of(int persons, int again, int firstTime, long seed) {
        var dice = new SplittableRandom(seed);
        var town = new Town(dice);
        var households = new Households(dice);
        var registered = new ArrayList<Description>();
        var newcomers = new ArrayList<Newcomer>();
        while (registered.size() < persons) {
            for (var made : households.next()) {
                if (dice.nextDouble() * (persons + firstTime) < firstTime) {
                    newcomers.add(new Newcomer(made.described(), -1, Edit.NONE));
                    continue;
                }
                if (dice.nextDouble() * persons < again) {
                    newcomers.add(edited(made, registered.size(), dice, town));
                }
                registered.add(made.described());
            }
        }
        return new Sample(registered, newcomers);
    }

    private static Newcomer edited(Made made, int number, SplittableRandom dice, Town town) {
        var edit = EDITS[dice.nextInt(EDITS.length)];
        var edited = edit.apply(made, dice, town);
        if (dice.nextInt(4) == 0) {
            edited = Edit.MOVED.apply(edited, dice, town);
        }
        if (dice.nextInt(4) == 0) {
            edited = Edit.SLIP.apply(edited, dice, town);
        }
        return new Newcomer(edited.described(), number, edit);
    }
}
