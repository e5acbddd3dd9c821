/** The personnel module (S10): what it reports about staff, and how its own lists compare (E4). */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *", "scope"})
@NullMarked
package dev.kapu.personnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
