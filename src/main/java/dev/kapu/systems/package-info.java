@ApplicationModule(
        allowedDependencies = {
            "contract",
            "fault",
            "filing",
            "personnel",
            "registry",
            "registry :: *",
            "scope",
            "step",
            "submission",
            "workbook"
        })
@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
