package dev.kapu.fault;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test asks of whatever refuses. */
public final class Refusals {
    private Refusals() {}

    /** With this fault of the catalogue. */
    public static void assertRefused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(call)
                .extracting(FaultException::fault)
                .isEqualTo(fault);
    }
}
