package dev.kapu.access;

/**
 * The institutions of the registry as clients of the hub. They are tens of thousands and stand in no file; whoever may
 * know the registry makes the bean. Without one there are none.
 */
public interface InstitutionClients {
    InstitutionClients NONE = (code, secret) -> false;

    /**
     * Takes the same time for a wrong secret as for an institution that has none or does not exist.
     *
     * @param code six digits
     * @return whether this is the secret, at this moment, of an active institution
     */
    boolean proves(String code, String secret);
}
