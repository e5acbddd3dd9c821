/** Changes of institutions, which run through all systems (K26). */
@NamedInterface("master")
@NullMarked
package dev.kapu.registry.master;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
