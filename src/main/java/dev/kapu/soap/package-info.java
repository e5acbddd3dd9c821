@ApplicationModule(allowedDependencies = {"access", "audit", "contract", "fault", "gate", "pki", "start", "xml"})
@NullMarked
package dev.kapu.soap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
