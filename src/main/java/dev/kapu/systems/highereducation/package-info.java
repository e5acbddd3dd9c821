@NullMarked
package dev.kapu.systems.highereducation;

import org.jspecify.annotations.NullMarked;
