package dev.kapu.registry.card;

/** Requested, then issued or refused; an issued card may be withdrawn. */
public enum CardState {
    REQUESTED,
    ISSUED,
    WITHDRAWN,
    REFUSED
}
