package dev.kapu.soap;

import dev.kapu.gate.Headers;
import org.jspecify.annotations.Nullable;

/** What has been understood of a message so far; what a refusal can still say about it. */
final class Reading {
    final XRoadHeaders headers = new XRoadHeaders();

    @Nullable
    String partner;

    @Nullable
    BodyElement body;

    Headers forGate() {
        return headers.forGate();
    }

    @Nullable
    String operation() {
        return body == null ? null : body.operation().id();
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
