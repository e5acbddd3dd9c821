@ApplicationModule(
        allowedDependencies = {
            "admissions",
            "contract",
            "exams",
            "fault",
            "filing",
            "highereducation",
            "personnel",
            "registry",
            "registry :: *",
            "scope",
            "step",
            "submission",
            "subscription",
            "workbook"
        })
@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
