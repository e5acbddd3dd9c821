package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.Duration;

/** When the reading of a file must have ended, however slowly its bytes or its rows are dealt with. */
final class Deadline {
    private final long end;

    Deadline(Duration patience) {
        end = System.nanoTime() + patience.toNanos();
    }

    /** @throws FaultException {@code Client.Workbook.TooSlow} */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new FaultException(Fault.WORKBOOK_TOO_SLOW, "kapu.import.max-time");
        }
    }
}
