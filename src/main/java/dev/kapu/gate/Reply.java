package dev.kapu.gate;

import dev.kapu.fault.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that may leave: their record is durable, or they say that recording failed.
 *
 * @param fault null on an answer
 * @param where name of the element, header or setting at fault
 */
public record Reply(
        byte[] bytes, @Nullable Fault fault, @Nullable String where) {}
