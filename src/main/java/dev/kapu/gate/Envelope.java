package dev.kapu.gate;

import dev.kapu.fault.FaultException;

/** How an answer is dressed for its channel. The gate needs the bytes, because it records before it lets them go. */
public interface Envelope {
    /** @param body the answer's element, already minimised */
    byte[] answer(byte[] body);

    byte[] fault(FaultException fault);
}
