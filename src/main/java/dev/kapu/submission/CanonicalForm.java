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

    /** That which says {@code allOrNothing}; hashes of the first do not cover it. */
    static final int EDITION = 2;

    private CanonicalForm(Form form, InstitutionCode institution, OutputStream out) {
        this.form = form;
        this.institution = institution;
        this.out = out;
    }

    static CanonicalForm begin(Submission submission, OutputStream out) {
        return begin(submission.form(), submission.institution(), submission.allOrNothing(), submission.edition(), out);
    }

    /** What follows on entries that are written already. */
    static CanonicalForm after(Submission submission, OutputStream out) {
        var going = new CanonicalForm(submission.form(), submission.institution(), out);
        going.any = true;
        return going;
    }

    private static CanonicalForm begin(
            Form form, InstitutionCode institution, boolean allOrNothing, int edition, OutputStream out) {
        var begun = new CanonicalForm(form, institution, out);
        begun.write(edition == 1 ? "{\"entries\":[" : "{\"allOrNothing\":%s,\"entries\":[".formatted(allOrNothing));
        return begun;
    }

    /** @param entry as JSON, in any order */
    static byte[] canonical(String entry) {
        try {
            return new JsonCanonicalizer(entry).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param entry as JSON, in any order */
    void add(String entry) {
        add(canonical(entry));
    }

    /** @param entry as {@link #canonical} made it */
    void add(byte[] entry) {
        if (any) {
            write(",");
        }
        any = true;
        write(entry);
    }

    void end() {
        write("],\"form\":\"%s\",\"institution\":\"%s\",\"mode\":\"%s\"}"
                .formatted(form.code(), institution.text(), Word.of(form.mode())));
    }

    private void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A canonical form of which only the SHA-256 is kept. */
    static final class Hash {
        private final DigestOutputStream digest;
        private final CanonicalForm form;

        Hash(Form form, InstitutionCode institution, boolean allOrNothing) {
            this(form, institution, allOrNothing, EDITION);
        }

        private Hash(Form form, InstitutionCode institution, boolean allOrNothing, int edition) {
            try {
                digest = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
            } catch (NoSuchAlgorithmException impossible) {
                throw new LinkageError("SHA-256", impossible);
            }
            this.form = begin(form, institution, allOrNothing, edition, digest);
        }

        /** What the submission's hash must be, once its entries are added. */
        static Hash of(Submission submission) {
            return new Hash(
                    submission.form(), submission.institution(), submission.allOrNothing(), submission.edition());
        }

        void add(String entry) {
            form.add(entry);
        }

        /** @param entry as {@link #canonical} made it */
        void add(byte[] entry) {
            form.add(entry);
        }

        /** Once only. */
        String hex() {
            form.end();
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }
}
