@NullMarked
package dev.kapu.systems.affiliations;

import org.jspecify.annotations.NullMarked;
