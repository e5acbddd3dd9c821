@ApplicationModule(
        allowedDependencies = {
            "admissions",
            "contract",
            "exams",
            "fault",
            "filing",
            "highereducation",
            "personnel",
            "funding",
            "registry",
            "registry :: *",
            "scope",
            "statistics",
            "step",
            "submission",
            "subscription",
            "workbook"
        })
@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
