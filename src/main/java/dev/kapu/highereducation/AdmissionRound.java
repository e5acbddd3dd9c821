package dev.kapu.highereducation;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A round of admissions to higher education, named by the year in which it closes, e.g. {@code 2027-general}. */
public record AdmissionRound(int year, Kind kind) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{4})-(general|mid-year|supplementary)");

    public enum Kind {
        /** For studies that begin in autumn. */
        GENERAL,
        /** For studies that begin in spring. */
        MID_YEAR,
        /** For places that were left. */
        SUPPLEMENTARY
    }

    /** @throws FaultException {@code Client.Message.Invalid} */
    public static AdmissionRound of(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new FaultException(Fault.INVALID, "admissionRound");
        }
        var kind = Kind.valueOf(parts.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
        return new AdmissionRound(Integer.parseInt(parts.group(1)), kind);
    }

    public String text() {
        return year + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
