@ApplicationModule(allowedDependencies = {"fault", "scope", "start"})
@NullMarked
package dev.kapu.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
