package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import java.time.Instant;

/**
 * A submission and how far it has come.
 *
 * @param number year and serial, e.g. 2026-00000017
 * @param entries how many it holds
 * @param failed how many of them were refused or are registered already
 * @param edition of the canonical form: 1 says nothing of {@code allOrNothing}
 * @param hash SHA-256 of the canonical form, in hexadecimal
 */
public record Submission(
        String number,
        InstitutionCode institution,
        Form form,
        boolean allOrNothing,
        State state,
        Instant stateSince,
        String submittedBy,
        Instant receivedAt,
        int entries,
        int failed,
        int edition,
        String hash) {
    /** The text of the code on its sheet. */
    public String barcode() {
        return new Barcode(form.code(), number, hash).text();
    }
}
