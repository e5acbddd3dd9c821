/** Headcounts for per-capita funding: numbers of fixed days, and never a person (K22). */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *"})
@NullMarked
package dev.kapu.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
