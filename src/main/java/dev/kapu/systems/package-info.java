@ApplicationModule(
        allowedDependencies = {"contract", "fault", "registry", "registry :: *", "scope", "step", "submission"})
@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
