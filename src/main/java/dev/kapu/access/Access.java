package dev.kapu.access;

/** Decides by what right. Never throws: anything unexpected is a {@link Decision.Deny}. */
public interface Access {
    Decision decide(Question question);
}
