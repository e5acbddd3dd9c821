package dev.kapu.registry.matching;

import java.util.List;

/** A kind of record: its fields, at most 16, and how two records agree in them. */
interface Scheme<R> {
    List<Field> fields();

    Agreement compare(R one, R other);
}
