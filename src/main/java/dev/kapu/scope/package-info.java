@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.kapu.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
