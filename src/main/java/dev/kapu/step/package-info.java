@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.kapu.step;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
