@ApplicationModule(allowedDependencies = {"fault", "scope", "start"})
@NullMarked
package dev.kapu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
