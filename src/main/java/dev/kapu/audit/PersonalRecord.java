package dev.kapu.audit;

/** A record of one person, with the number it is kept under. */
public record PersonalRecord(long number, DisclosureRecord record) {}
