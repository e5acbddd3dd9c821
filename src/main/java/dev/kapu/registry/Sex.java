package dev.kapu.registry;

public enum Sex {
    FEMALE,
    MALE
}
