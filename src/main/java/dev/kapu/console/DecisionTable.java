package dev.kapu.console;

import dev.kapu.audit.DisclosureRecord;
import dev.kapu.audit.Recorder;
import dev.kapu.fault.FaultException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The latest disclosure records. */
@Component
class DecisionTable {
    private static final int LATEST = 100;

    private final Recorder recorder;

    DecisionTable(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Empty if they cannot be read: when the database is down, the rest of the console must still be seen. */
    Optional<List<DecisionView>> latest(Locale language) {
        return read(() -> recorder.latest(LATEST), language);
    }

    /** Refusals and failures only. */
    Optional<List<DecisionView>> latestRefusals(int limit, Locale language) {
        return read(() -> recorder.latestRefusals(limit), language);
    }

    private static Optional<List<DecisionView>> read(Supplier<List<DisclosureRecord>> records, Locale language) {
        try {
            return Optional.of(records.get().stream()
                    .map(disclosure -> DecisionView.of(disclosure, language))
                    .toList());
        } catch (DataAccessException | FaultException unreadable) {
            return Optional.empty();
        }
    }
}
