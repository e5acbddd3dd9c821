/** The parser for XML from outside. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.kapu.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
