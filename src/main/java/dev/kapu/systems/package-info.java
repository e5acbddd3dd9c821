@NullMarked
package dev.kapu.systems;

import org.jspecify.annotations.NullMarked;
