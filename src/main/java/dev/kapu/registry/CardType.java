package dev.kapu.registry;

public enum CardType {
    STUDENT,
    TEACHER
}
