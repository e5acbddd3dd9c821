/** Affiliations of students (K6) and of staff (K8): as held, as reported, and what can be wrong with them. */
@NamedInterface("affiliation")
@NullMarked
package dev.kapu.registry.affiliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
