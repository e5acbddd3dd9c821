@NullMarked
package dev.kapu.access;

import org.jspecify.annotations.NullMarked;
