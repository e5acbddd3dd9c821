package dev.kapu.registry.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The descriptions of one list, each compared with those before it (K2). What it has seen it keeps in memory, packed: some
 * 300 bytes of each, for a list may have a hundred thousand.
 *
 * <p>Who is the same beyond doubt was born on the same day in the same place and has the same given name, though family
 * and given name may have changed places: so one is kept under both, and looked for by the given name.
 */
public final class Repetitions {
    /** Of those who were born with one given name on one day in one place so many are compared: whoever registers finds the rest. */
    static final int MOST_COMPARED = 50;

    private final Judge judge;
    private final List<byte[]> seen = new ArrayList<>();
    private final PlacesByKey places = new PlacesByKey();

    Repetitions(Judge judge) {
        this.judge = judge;
    }

    /**
     * @return the place, from 0 in the order of the calls, of the first that is beyond doubt of the same person; empty also
     *     if the first {@link #MOST_COMPARED} who could be are others
     */
    public OptionalInt add(Description described) {
        var profile = Profile.of(described);
        long asked = Keys.birthAnd(profile.given(), profile);
        var same = places.of(asked)
                .limit(MOST_COMPARED)
                .filter(earlier -> judge.isSame(profile, Profile.of(Packed.description(seen.get(earlier)))))
                .findFirst();
        int place = seen.size();
        seen.add(Packed.bytes(described));
        places.add(asked, place);
        long crossed = Keys.birthAnd(profile.family(), profile);
        if (crossed != asked) {
            places.add(crossed, place);
        }
        return same;
    }
}
