package dev.kapu.scope;

/** On whose behalf a partner may ask, beyond the institution that its request names. */
public interface Representation {
    /** By the policy in force; a partner that is not known represents nobody. */
    boolean covers(String partner, String institution);
}
