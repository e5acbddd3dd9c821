/** Cohorts, progression and drop-out by type of group: never a person, nor fewer of them than the threshold (K25, E6). */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *"})
@NullMarked
package dev.kapu.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
