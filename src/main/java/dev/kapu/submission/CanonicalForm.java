package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of a submission (K20): RFC 8785 JSON, published in {@code docs/canonical-form.md}. The document's
 * members are written in the order that RFC 8785 sorts them into, so that entries can be many.
 */
final class CanonicalForm {
    private final Form form;
    private final InstitutionCode institution;
    private final OutputStream out;
    private boolean any;

    private CanonicalForm(Form form, InstitutionCode institution, OutputStream out) {
        this.form = form;
        this.institution = institution;
        this.out = out;
    }

    static CanonicalForm begin(Form form, InstitutionCode institution, OutputStream out) {
        var begun = new CanonicalForm(form, institution, out);
        begun.write("{\"entries\":[");
        return begun;
    }

    /** @param entry as JSON, in any order */
    void add(String entry) {
        if (any) {
            write(",");
        }
        any = true;
        try {
            out.write(new JsonCanonicalizer(entry).getEncodedUTF8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        write("],\"form\":\"%s\",\"institution\":\"%s\",\"mode\":\"%s\"}"
                .formatted(form.code(), institution.text(), Word.of(form.mode())));
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A canonical form of which only the SHA-256 is kept. */
    static final class Hash {
        private final DigestOutputStream digest;
        private final CanonicalForm form;

        Hash(Form form, InstitutionCode institution) {
            try {
                digest = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
            } catch (NoSuchAlgorithmException impossible) {
                throw new LinkageError("SHA-256", impossible);
            }
            this.form = begin(form, institution, digest);
        }

        void add(String entry) {
            form.add(entry);
        }

        /** Once only. */
        String hex() {
            form.end();
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }
}
