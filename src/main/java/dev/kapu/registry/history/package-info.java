/** Who changed what and when, before and after, and on whose behalf. */
@NamedInterface("history")
@NullMarked
package dev.kapu.registry.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
