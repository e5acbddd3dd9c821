@ApplicationModule(allowedDependencies = {"contract", "pki", "registry", "start"})
@NullMarked
package dev.kapu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
