package dev.kapu.access;

/** Decides by what right. Never throws: anything unexpected is a {@link Decision.Deny}. */
public interface Access {
    Decision decide(Question question);

    /** Whether a grant that is valid today gives the operation to the partner, whatever else it asks for; takes no quota. */
    default boolean holds(String partner, String operation) {
        return false;
    }
}
