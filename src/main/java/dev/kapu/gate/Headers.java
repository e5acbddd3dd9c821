package dev.kapu.gate;

import org.jspecify.annotations.Nullable;

/**
 * Identity of message, user and case as the sender states them: the headers of the X-Road message protocol 4.0
 * (PR-MESS 2.2), which mean the same without X-Road, and Kapu's own {@code purpose}.
 *
 * @param client subsystem code of the client, or its member code where it has no subsystem
 * @param id message id; on a write it makes the message idempotent
 * @param representedParty code of the institution on whose behalf the client asks
 */
public record Headers(
        @Nullable String client,
        @Nullable String id,
        @Nullable String userId,
        @Nullable String issue,
        @Nullable String representedParty,
        @Nullable String purpose) {
    public static final Headers NONE = new Headers(null, null, null, null, null, null);
}
