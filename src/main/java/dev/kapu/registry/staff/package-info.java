/** Employments as the personnel module says they were, also in hindsight (E4). */
@NamedInterface("staff")
@NullMarked
package dev.kapu.registry.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
