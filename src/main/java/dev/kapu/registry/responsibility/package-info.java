/** Which institution answers for a person, and why (K5, K7, K8). */
@NamedInterface("responsibility")
@NullMarked
package dev.kapu.registry.responsibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
