@ApplicationModule(
        allowedDependencies = {
            "contract",
            "fault",
            "filing",
            "funding",
            "registry",
            "registry :: *",
            "scope",
            "statistics",
            "step",
            "submission",
            "workbook"
        })
@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
