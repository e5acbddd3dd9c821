package dev.kapu.access;

import java.util.List;

/** The policy as administrators see it. */
public interface Policies {
    PolicyStatus status();

    /** In the order of the file. */
    List<Grant> grants();

    /** By name. */
    List<Partner> partners();
}
