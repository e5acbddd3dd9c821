package dev.kapu.demo;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;

/** The paper way between schools and card office: numbers of card requests. A full tray takes no more. */
final class CardForms {
    private final ArrayBlockingQueue<String> tray = new ArrayBlockingQueue<>(1000);

    /** @return false if there was no room */
    boolean put(String cardRequestId) {
        return tray.offer(cardRequestId);
    }

    Optional<String> take() {
        return Optional.ofNullable(tray.poll());
    }
}
