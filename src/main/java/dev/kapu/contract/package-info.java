@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.kapu.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
