/** Persons looked up by ID, within reach, also under an ID that was retired (K1). */
@NamedInterface("lookup")
@NullMarked
package dev.kapu.registry.lookup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
