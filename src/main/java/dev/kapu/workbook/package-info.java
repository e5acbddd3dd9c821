/** Spreadsheets in and out: the published template, its import and the file of wrong rows (K17, W3). Keeps nothing. */
@ApplicationModule(allowedDependencies = {"fault", "registry", "registry :: *", "xml"})
@NullMarked
package dev.kapu.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
