/** Joins access, which must not know the registry, with the secrets that the registry keeps for institutions. */
@ApplicationModule(allowedDependencies = {"access", "fault", "registry", "registry :: *", "start"})
@NullMarked
package dev.kapu.institutions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
