package dev.kapu.registry.card;

import java.util.Locale;

public enum WithdrawalReason {
    LOST,
    DAMAGED,
    ENTITLEMENT_ENDED,
    OTHER;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WithdrawalReason ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
