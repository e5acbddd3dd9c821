@ApplicationModule(
        allowedDependencies = {
            "contract",
            "exams",
            "fault",
            "filing",
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
