package dev.kapu.exams;

/** What an exam ends in. A person has one certificate for life and any number of the others (K4). */
public enum DocumentKind {
    CERTIFICATE,
    /** Of what was passed without a certificate, as after an early exam. */
    EXTRACT,
    /** Of what was passed beside an earlier certificate or extract. */
    STATEMENT;

    public String word() {
        return Words.of(this);
    }
}
