/** Which of the events that its grants cover a partner wants. */
@ApplicationModule(allowedDependencies = {"fault", "gate"})
@NullMarked
package dev.kapu.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
