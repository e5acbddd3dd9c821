package dev.kapu.registry.card;

import dev.kapu.registry.EducationId;

/** Published as a Spring event inside the transaction in which a card is issued; perhaps its holder has left meanwhile. */
public record CardIssued(EducationId holder) {}
