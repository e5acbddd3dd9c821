@NullMarked
package dev.kapu.gate;

import org.jspecify.annotations.NullMarked;
