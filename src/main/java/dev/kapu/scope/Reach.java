package dev.kapu.scope;

import org.jspecify.annotations.Nullable;

/**
 * A scope bound to one request: the only persons a step may read. Steps get it from the gate as the exchange property
 * {@link #PROPERTY} and pass it into the query; a step without one must not read.
 *
 * @param institution code of the institution that the scope is about; null where the scope needs none
 */
public record Reach(Scope scope, @Nullable String institution) {
    public static final String PROPERTY = "kapu.reach";

    /** Exchange property with the name of the partner for whom a route runs; set by the gate. */
    public static final String PARTNER = "kapu.partner";

    /** Exchange property: against whom misses are counted, the institution that asks or is spoken for, else the partner. */
    public static final String ASKER = "kapu.asker";

    public Reach {
        if (scope.needs() != Scope.Needs.NOTHING && institution == null) {
            throw new IllegalArgumentException(scope.word() + " needs an institution");
        }
    }
}
