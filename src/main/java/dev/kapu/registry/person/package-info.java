/** Persons as held, as reported, and what can be wrong with their data. */
@NamedInterface("person")
@NullMarked
package dev.kapu.registry.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
