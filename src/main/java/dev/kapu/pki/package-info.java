/** Keys and certificates: whom the hub trusts, and the development CA that issues the demo's credentials. */
@ApplicationModule(allowedDependencies = {"fault"})
@NullMarked
package dev.kapu.pki;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
