package dev.kapu.registry;

import dev.kapu.fault.Fault;

/**
 * Something wrong with reported data.
 *
 * @param field as in the contract, e.g. {@code birthDate} or {@code affiliation.siteSerial}
 * @param fault of the catalogue; its texts say what to do
 */
public record Finding(String field, Fault fault) {}
