package dev.kapu.access;

import dev.kapu.fault.Fault;
import dev.kapu.scope.Reach;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer of {@link Access}: a value, with the version of the policy that made it. */
public sealed interface Decision {
    /** Hash of {@code partners.yaml} and {@code permissions.yaml} as they stood, 64 hexadecimal digits. */
    String policyVersion();

    /**
     * @param grant id of the grant in {@code permissions.yaml}
     * @param represented code of the institution that asks or is spoken for; null if the partner asks for itself
     * @param fields names of the fields that may be disclosed
     */
    record Permit(
            String grant,
            String purpose,
            Reach reach,
            @Nullable String represented,
            Set<String> fields,
            String policyVersion)
            implements Decision {}

    /**
     * @param grant id of the grant that came nearest, e.g. the one that has expired; null where none fits
     * @param where the header that is missing, or the limit that is used up; null where the reason says all
     */
    record Deny(
            Fault reason,
            @Nullable String grant,
            String policyVersion,
            @Nullable String where) implements Decision {
        public Deny(Fault reason, @Nullable String grant, String policyVersion) {
            this(reason, grant, policyVersion, reason == Fault.HEADER_MISSING ? "representedParty" : null);
        }
    }
}
