package dev.kapu.workbook;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;

/** The file itself is refused. Hazard: a parser's message may quote the file, so it is dropped. */
final class Refusal {
    private Refusal() {}

    static FaultException broken() {
        return new FaultException(Fault.WORKBOOK_BROKEN);
    }

    static FaultException tooLarge(String what) {
        return new FaultException(Fault.WORKBOOK_TOO_LARGE, what);
    }
}
