package dev.kapu.registry;

/** Requested, then issued or refused; an issued card may be withdrawn. */
public enum CardState {
    REQUESTED,
    ISSUED,
    WITHDRAWN,
    REFUSED
}
