package dev.kapu.registry.matching;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of the classes of pairs.
 *
 * @param relatives of different persons of one family; null where the records have none
 * @param relativesForStrangers how many pairs of relatives there are for one of strangers
 * @param rarities by the name of the field, for those whose values differ in frequency
 */
record Model(
        Chances same,
        @Nullable Chances relatives,
        Chances strangers,
        double relativesForStrangers,
        Map<String, Rarity> rarities) {}
