/** Whether somebody is held already (K2). */
@NamedInterface("doubles")
@NullMarked
package dev.kapu.registry.doubles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
