/** Secondary-school admissions (S4): application sheets, their versions and results (K4, K24). */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *", "scope"})
@NullMarked
package dev.kapu.admissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
