@ApplicationModule(
        allowedDependencies = {
            "access",
            "admissions",
            "contract",
            "exams",
            "fault",
            "gate",
            "registry",
            "registry :: *",
            "scope",
            "start",
            "submission"
        })
@NullMarked
package dev.kapu.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
