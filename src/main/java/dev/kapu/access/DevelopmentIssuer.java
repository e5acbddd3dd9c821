package dev.kapu.access;

/** Makes the credentials that {@code file:} entries of {@code partners.yaml} refer to, where secrets are development's. */
public interface DevelopmentIssuer {
    /** Makes what is not there yet under {@code demo/<partner>/} of the data directory. Called before it is read. */
    void issue(String partner);
}
