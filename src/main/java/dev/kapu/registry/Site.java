package dev.kapu.registry;

/**
 * A numbered site of an institution (K23).
 *
 * @param active false: no longer in use, or its institution is closed
 */
public record Site(InstitutionCode institution, SiteSerial serial, String name, Address address, boolean active) {}
