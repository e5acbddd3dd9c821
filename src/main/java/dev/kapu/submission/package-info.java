/** What institutions report, from receipt to decision (K16, K19, K20). */
@ApplicationModule(allowedDependencies = {"fault", "pki", "registry", "registry :: *", "scope"})
@NullMarked
package dev.kapu.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
