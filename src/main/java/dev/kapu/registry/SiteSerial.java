package dev.kapu.registry;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.regex.Pattern;

/** Number of a site within its institution (K23): three digits. */
public record SiteSerial(String text) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{3}");

    public SiteSerial {
        if (!SHAPE.matcher(text).matches()) {
            throw new FaultException(Fault.INVALID, "siteSerial");
        }
    }
}
