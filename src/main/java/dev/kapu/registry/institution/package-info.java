/** The institution master: institutions and their numbered sites, as they stand (K9). */
@NamedInterface("institution")
@NullMarked
package dev.kapu.registry.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
