package dev.kapu.registry.affiliation;

public enum CardType {
    STUDENT,
    TEACHER
}
