/** Affiliations start, are handed over and end (K11, K14, K15), and how late that is reported (K13). */
@NamedInterface("movement")
@NullMarked
package dev.kapu.registry.movement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
