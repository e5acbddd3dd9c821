@NullMarked
package dev.kapu.systems.submissions;

import org.jspecify.annotations.NullMarked;
