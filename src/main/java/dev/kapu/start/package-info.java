@NullMarked
package dev.kapu.start;

import org.jspecify.annotations.NullMarked;
