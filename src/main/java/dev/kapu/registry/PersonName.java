package dev.kapu.registry;

/** A name in two parts, e.g. family "Nagy Lászlóné Kovács", given "Anna". */
public record PersonName(String family, String given) {
    /** Hazard: must not show the name, or it would reach a log line. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
