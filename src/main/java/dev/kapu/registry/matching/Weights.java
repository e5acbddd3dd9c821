package dev.kapu.registry.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much an agreement speaks for one person: the binary logarithm of the likelihood ratio (Fellegi and Sunter) between
 * one person and two, who may be strangers or relatives.
 */
final class Weights {
    private static final double LOG_2 = Math.log(2);

    private final int fields;
    private final Model model;
    private final List<@Nullable Rarity> rarities;

    Weights(List<Field> fields, Model model) {
        this.fields = fields.size();
        this.model = model;
        this.rarities = fields.stream()
                .<@Nullable Rarity>map(field -> model.rarities().get(field.name()))
                .toList();
    }

    double of(Agreement agreement) {
        double same = 1;
        double strangers = 1;
        double relatives = model.relativesForStrangers();
        for (int i = 0; i < fields; i++) {
            byte level = agreement.level(i);
            if (level == Field.ABSENT) {
                continue;
            }
            same *= model.same().of(i, level);
            strangers *= ofStrangers(agreement, i, level);
            relatives *= model.relatives() == null ? 0 : model.relatives().of(i, level);
        }
        return log2(same / (strangers + relatives));
    }

    /** That strangers share a value is as likely as the value is frequent; one person, or a family, has just one. */
    private double ofStrangers(Agreement agreement, int field, byte level) {
        var rarity = rarities.get(field);
        var value = agreement.value(field);
        return rarity == null || value.isEmpty() ? model.strangers().of(field, level) : rarity.of(value);
    }

    static double log2(double number) {
        return Math.log(number) / LOG_2;
    }
}
