package dev.kapu.gate;

import dev.kapu.fault.FaultException;

/** How an answer is dressed for its channel. The gate needs the bytes, because it records before it lets them go. */
public interface Envelope {
    /** Of a message that is answered by nothing but its fault's code. */
    Envelope NONE = new Envelope() {
        @Override
        public byte[] answer(byte[] body) {
            return body;
        }

        @Override
        public byte[] fault(FaultException fault) {
            return new byte[0];
        }
    };

    /** @param body the answer's element, already minimised */
    byte[] answer(byte[] body);

    byte[] fault(FaultException fault);
}
