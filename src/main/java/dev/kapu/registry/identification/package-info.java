/** Whom a partner means who is not in its reach yet: told by ID, birth date and name, and never found out by trying. */
@NamedInterface("identification")
@NullMarked
package dev.kapu.registry.identification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
