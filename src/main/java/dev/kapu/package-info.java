@NullMarked
package dev.kapu;

import org.jspecify.annotations.NullMarked;
