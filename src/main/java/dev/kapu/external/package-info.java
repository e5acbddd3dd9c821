/** Systems of others that the hub calls, by their own contracts. */
@ApplicationModule(allowedDependencies = {"personnel", "registry", "registry :: affiliation"})
@NullMarked
package dev.kapu.external;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
