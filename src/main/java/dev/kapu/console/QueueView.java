package dev.kapu.console;

import dev.kapu.messaging.Queues.QueueState;
import java.text.NumberFormat;
import java.util.Locale;

/** @param dead whether what lies in the queue was given up */
record QueueView(QueueState state, boolean dead) {
    /** Messages wait, and nobody is there to take them; where the broker does not say, not. */
    public boolean unread() {
        return !dead && state.depth() > 0 && state.consumers() == 0;
    }

    /** Where the broker does not say, a dash as with the other columns; where counting ended, at least so many. */
    public String shown(long count, Locale language) {
        if (count < 0) {
            return "–";
        }
        var number = NumberFormat.getIntegerInstance(language).format(count);
        return count < state.countedTo() ? number : "≥ " + number;
    }
}
