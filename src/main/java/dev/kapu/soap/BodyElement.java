package dev.kapu.soap;

import dev.kapu.gate.Operation;

/** A valid body and the operation that it names. */
record BodyElement(Operation operation, Object body) {}
