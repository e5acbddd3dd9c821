@NullMarked
package dev.kapu.console;

import org.jspecify.annotations.NullMarked;
