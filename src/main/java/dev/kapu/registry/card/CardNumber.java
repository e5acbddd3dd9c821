package dev.kapu.registry.card;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.regex.Pattern;

/** NEK identifier of a card, 16 characters; never the person's ID (K3). */
public record CardNumber(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{16}");

    public CardNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new FaultException(Fault.INVALID, "cardNumber");
        }
    }

    /** Hazard: must not show the number, or it would reach a log line. */
    @Override
    public String toString() {
        return "CardNumber";
    }
}
