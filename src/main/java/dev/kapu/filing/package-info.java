/**
 * Filled forms on their way to the registry: rows of a workbook as entries of a contract, checked and submitted by whoever
 * may ask, a page or a service (K17, K19).
 */
@ApplicationModule(allowedDependencies = {"contract", "fault", "registry", "registry :: *", "start", "workbook"})
@NullMarked
package dev.kapu.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
