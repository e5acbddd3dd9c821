/** Higher education (S6, S7): applicants, whose data come from the registry, and the education ID in further roles (K3). */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *", "scope"})
@NullMarked
package dev.kapu.highereducation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
