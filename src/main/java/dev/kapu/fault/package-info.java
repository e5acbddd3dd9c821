@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.kapu.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
