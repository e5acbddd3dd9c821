/** How far a caller sees: scopes as conditions of queries. */
@NamedInterface("reach")
@NullMarked
package dev.kapu.registry.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
