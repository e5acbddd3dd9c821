@NullMarked
package dev.kapu.systems.institutions;

import org.jspecify.annotations.NullMarked;
