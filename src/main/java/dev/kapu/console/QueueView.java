package dev.kapu.console;

import dev.kapu.messaging.Queues.QueueState;
import java.text.NumberFormat;
import java.util.Locale;

/** @param dead whether what lies in the queue was given up */
record QueueView(QueueState state, boolean dead) {
    /** Where the broker does not say, a dash as with the other columns; where counting ended, at least so many. */
    public String shown(long count, Locale language) {
        if (count < 0) {
            return "–";
        }
        var number = NumberFormat.getIntegerInstance(language).format(count);
        return count < state.countedTo() ? number : "≥ " + number;
    }
}
