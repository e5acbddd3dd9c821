package dev.kapu.access;

import java.util.Optional;

/** Names of institutions as clients, {@code institution-040003}: no partner of the files may have such a name. */
final class InstitutionName {
    private static final String PREFIX = "institution-";

    private InstitutionName() {}

    static String of(String code) {
        return PREFIX + code;
    }

    /** The institution's code; empty if it is another name. */
    static Optional<String> code(String name) {
        return name.startsWith(PREFIX) && Partner.isInstitutionCode(name.substring(PREFIX.length()))
                ? Optional.of(name.substring(PREFIX.length()))
                : Optional.empty();
    }
}
