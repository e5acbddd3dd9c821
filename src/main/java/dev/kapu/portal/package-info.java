/**
 * What institutions see (the "internet modules" of the registry's guide). A further page is a controller here with an
 * address below {@code /institution/}, a template {@code institution/NAME.html} on {@code institution/layout}, its name
 * in the navigation there, and its texts in {@code institution_*.properties}; sign-in and language come by themselves.
 * What it shows of persons it gets by {@link dev.kapu.portal.GateCall}, and in no other way.
 * An element or a word that is new in the file of a person (K27) needs its words in {@code held_*.properties}.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "console",
            "contract",
            "fault",
            "filing",
            "gate",
            "registry",
            "registry :: *",
            "start",
            "workbook"
        })
@NullMarked
package dev.kapu.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
