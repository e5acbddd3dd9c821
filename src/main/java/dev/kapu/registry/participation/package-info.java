/** Who takes part in admissions and exams, and so is in reach of whoever runs them (K4, K24). */
@NamedInterface("participation")
@NullMarked
package dev.kapu.registry.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
