package dev.kapu.access;

import java.util.List;
import java.util.Set;

/** The policy as administrators see it. */
public interface Policies {
    PolicyStatus status();

    /** In the order of the file. */
    List<Grant> grants();

    /** By name. */
    List<Partner> partners();

    /** Names of all who hold a grant for it, whatever its days. */
    Set<String> holders(String operation);

    /** Those of them whose right can be about the institution: a right for represented ones needs one that is. */
    Set<String> holders(String operation, String institution);
}
