package dev.kapu.gate;

import dev.kapu.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that may leave: their record is durable, or they say that recording failed.
 *
 * @param fault null on an answer
 */
public record Reply(byte[] bytes, @Nullable Fault fault) {}
