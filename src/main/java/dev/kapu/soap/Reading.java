package dev.kapu.soap;

import dev.kapu.gate.Headers;
import dev.kapu.gate.Operation;
import org.jspecify.annotations.Nullable;

/** What has been understood of a message so far; what a refusal can still say about it. */
final class Reading {
    final XRoadHeaders headers = new XRoadHeaders();

    /** As far as they were read. */
    byte[] bytes = new byte[0];

    /** What was made of them, if they are not the envelope themselves. */
    byte @Nullable [] unpacked;

    /** Whether it may be larger than others. */
    boolean isLarge;

    /** Whom the transport's credential names, proven or not. */
    @Nullable
    String claimed;

    @Nullable
    String partner;

    /** The one that the body names, valid or not. */
    @Nullable
    Operation operation;

    @Nullable
    BodyElement body;

    byte[] envelope() {
        return unpacked == null ? bytes : unpacked;
    }

    /** Once it is understood: a large message is not held while it is worked on. */
    void forgetBytes() {
        bytes = new byte[0];
        unpacked = null;
    }

    Headers forGate() {
        return headers.forGate(partner == null ? claimed : null);
    }

    @Nullable
    String operation() {
        return operation == null ? null : operation.id();
    }

    String knownPartner() {
        if (partner == null) {
            throw new IllegalStateException("nobody has been identified");
        }
        return partner;
    }

    BodyElement bodyElement() {
        if (body == null) {
            throw new IllegalStateException("the body has not been read");
        }
        return body;
    }
}
