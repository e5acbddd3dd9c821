/** Changed fields of persons, by ID, from the responsible institution (K12). */
@NamedInterface("amendment")
@NullMarked
package dev.kapu.registry.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
