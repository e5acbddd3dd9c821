package dev.kapu.registry.registration;

import java.util.List;

/** Published as a Spring event inside the transaction that registers people; whoever listens joins that transaction. */
public record PersonsRegistered(List<PersonRegistered> persons) {}
