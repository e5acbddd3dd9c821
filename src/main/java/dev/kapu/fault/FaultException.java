package dev.kapu.fault;

import org.jspecify.annotations.Nullable;

/** The only exception by which a step says no. Its message is the catalogue's code: never data, never a cause's text. */
public final class FaultException extends RuntimeException {
    private final Fault fault;
    private final @Nullable String where;

    public FaultException(Fault fault) {
        this(fault, null);
    }

    /** @param where the element, header or setting at fault, by name; never its value, which may be personal. */
    public FaultException(Fault fault, @Nullable String where) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.where = where;
    }

    public Fault fault() {
        return fault;
    }

    public @Nullable String where() {
        return where;
    }
}
