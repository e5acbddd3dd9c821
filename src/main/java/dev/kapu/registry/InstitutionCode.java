package dev.kapu.registry;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.regex.Pattern;

/** Code of an institution (OM azonosító, kurum kodu): six digits, where leading zeros matter. */
public record InstitutionCode(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    public InstitutionCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new FaultException(Fault.INVALID, "institutionCode");
        }
    }
}
