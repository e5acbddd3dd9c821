package dev.kapu.registry;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something wrong with reported data.
 *
 * @param field as in the contract, e.g. {@code birthDate} or {@code affiliation.siteSerial}
 * @param fault of the catalogue; its texts say what to do
 */
public record Finding(String field, Fault fault) {
    /**
     * What a refusal says of a field, without what would be possible there.
     *
     * @param otherwise the field of a refusal that names none
     */
    public static Finding of(FaultException refusal, String otherwise) {
        var where = Objects.requireNonNullElse(refusal.where(), otherwise);
        int possible = where.indexOf(": ");
        return new Finding(possible < 0 ? where : where.substring(0, possible), refusal.fault());
    }

    /** @throws FaultException the first of them, if there is one */
    public static void requireNone(Stream<Finding> findings) {
        findings.findFirst().ifPresent(first -> {
            throw new FaultException(first.fault(), first.field());
        });
    }
}
