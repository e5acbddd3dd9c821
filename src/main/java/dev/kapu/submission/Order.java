package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;

/**
 * What a submission is, apart from its entries.
 *
 * @param allOrNothing whether one bad entry refuses all
 * @param by the partner, office or institution that sends it
 */
public record Order(Form form, InstitutionCode institution, boolean allOrNothing, String by) {}
