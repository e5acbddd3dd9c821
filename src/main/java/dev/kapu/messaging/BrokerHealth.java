package dev.kapu.messaging;

/**
 * @param connected whether the hub can send and receive
 * @param diskUsage share of the broker's disk in use, 0 to 1; NaN where the broker is an external one
 * @param diskFull whether the broker has stopped taking messages for want of space
 */
public record BrokerHealth(boolean connected, boolean embedded, double diskUsage, boolean diskFull) {}
