@ApplicationModule(allowedDependencies = {"fault"})
@NullMarked
package dev.kapu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
