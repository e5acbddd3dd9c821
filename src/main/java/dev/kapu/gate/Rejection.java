package dev.kapu.gate;

import dev.kapu.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** A message that did not become a {@link Request}, with as much as was understood of it. */
public record Rejection(
        Request.Receipt receipt,
        @Nullable String partner,
        Headers headers,
        @Nullable String operation,
        FaultException fault) {}
