/** A synthetic registry, the same for the same size: for demonstrations, tests and measurements. */
@NullMarked
package dev.kapu.registry.seed;

import org.jspecify.annotations.NullMarked;
