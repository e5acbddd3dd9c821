package dev.kapu.console;

import dev.kapu.messaging.BrokerHealth;
import dev.kapu.messaging.QueueNames;
import dev.kapu.messaging.Queues;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The broker's queues as administrators see them. */
@Component
class QueueTable {
    /** Of each queue. */
    static final int LETTERS = 50;

    private final Queues queues;
    private final MeterRegistry meters;

    QueueTable(Queues queues, MeterRegistry meters) {
        this.queues = queues;
        this.meters = meters;
    }

    BrokerHealth health() {
        return queues.health();
    }

    List<QueueView> queues() {
        return queues.all().stream()
                .map(queue -> new QueueView(queue, QueueNames.isDead(queue.name())))
                .toList();
    }

    List<LetterView> letters(Locale language) {
        return queues.deadLetters(LETTERS).stream()
                .map(letter -> LetterView.of(letter, language))
                .toList();
    }

    /** Of all queues, shown or not. */
    static long total(List<QueueView> queues) {
        return queues.stream()
                .filter(QueueView::dead)
                .mapToLong(queue -> queue.state().depth())
                .filter(depth -> depth > 0)
                .sum();
    }

    /** From the gauges, which are a few seconds old: to ask the broker each time may cost much. */
    long deadLetters() {
        return meters.find("kapu.queue.depth").gauges().stream()
                .filter(gauge -> QueueNames.isDead(String.valueOf(gauge.getId().getTag("queue"))))
                .mapToLong(QueueTable::value)
                .sum();
    }

    Optional<LetterView> letter(String letter, Locale language) {
        return queues.deadLetter(letter).map(found -> LetterView.of(found, language));
    }

    boolean replay(String letter) {
        return queues.replay(letter);
    }

    int replayAll(String queue) {
        return queues.replayAll(queue);
    }

    private static long value(Gauge gauge) {
        return (long) gauge.value();
    }
}
