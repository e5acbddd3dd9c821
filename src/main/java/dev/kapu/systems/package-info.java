@ApplicationModule(allowedDependencies = {"contract", "fault", "registry", "scope"})
@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
