@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "fault",
            "gate",
            "messaging",
            "personnel",
            "registry",
            "registry :: *",
            "scope",
            "start"
        })
@NullMarked
package dev.kapu.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
