@ApplicationModule(allowedDependencies = {"access", "audit", "contract", "fault", "scope", "start", "step"})
@NullMarked
package dev.kapu.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
