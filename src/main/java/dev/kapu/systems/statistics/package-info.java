@NullMarked
package dev.kapu.systems.statistics;

import org.jspecify.annotations.NullMarked;
