package dev.kapu.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A system or an office known to the hub, or an institution of the registry.
 *
 * @param title what people call it
 * @param contact whom to ask about it
 */
public record Partner(String name, String title, Kind kind, String contact, Representation represents) {
    /** What a partner is in law. */
    public enum Kind {
        SYSTEM,
        OFFICE,
        INSTITUTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            for (var kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** The institutions on whose behalf a partner may ask. */
    public record Representation(boolean all, Set<String> institutions) {
        static final Representation NONE = new Representation(false, Set.of());
        static final Representation ALL = new Representation(true, Set.of());

        public Representation {
            institutions = Set.copyOf(institutions);
        }

        /** A text that is no institution code is represented by nobody. */
        public boolean covers(String institution) {
            return all ? isInstitutionCode(institution) : institutions.contains(institution);
        }
    }

    /** An institution of the registry, which represents itself and nobody else. */
    static Partner institution(String code) {
        return new Partner(
                InstitutionName.of(code), code, Kind.INSTITUTION, "", new Representation(false, Set.of(code)));
    }

    /** Whether a client of this name is an institution, which no partner of the files can be. */
    public static boolean isInstitution(String name) {
        return InstitutionName.code(name).isPresent();
    }

    static boolean isInstitutionCode(String text) {
        if (text.length() != 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
