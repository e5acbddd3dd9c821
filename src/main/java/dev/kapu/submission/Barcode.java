package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The code on a sheet (K20): what is signed is the hash of the electronic data. */
record Barcode(String form, String number, String hash) {
    private static final Pattern SHAPE = Pattern.compile(
            "(KIR-[TP]-[1-7][1-3])\\s+([0-9]{4}-[0-9]{8})\\s+([0-9A-F]{8}(?:\\s*[0-9A-F]{8}){7})",
            Pattern.CASE_INSENSITIVE);

    /**
     * In capitals or not: a scanner follows the keyboard's caps lock. The hash may be in groups, as it is printed.
     *
     * @throws FaultException {@code Client.Submission.BarcodeInvalid}
     */
    static Barcode scanned(String text) {
        var parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            throw new FaultException(Fault.BARCODE_INVALID, "barcode");
        }
        return new Barcode(
                parts.group(1).toUpperCase(Locale.ROOT),
                parts.group(2),
                parts.group(3).replaceAll("\\s", "").toLowerCase(Locale.ROOT));
    }

    /** Capitals, digits, blanks and hyphens only: a QR code packs them densely. */
    String text() {
        return form + " " + number + " " + hash.toUpperCase(Locale.ROOT);
    }

    boolean fits(Submission submission) {
        return form.equals(submission.form().code())
                && number.equals(submission.number())
                && hash.equals(submission.hash());
    }
}
