@ApplicationModule(allowedDependencies = {"fault", "pki"})
@NullMarked
package dev.kapu.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
