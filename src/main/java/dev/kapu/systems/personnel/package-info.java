@NullMarked
package dev.kapu.systems.personnel;

import org.jspecify.annotations.NullMarked;
