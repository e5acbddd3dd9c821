@NullMarked
package dev.kapu.systems.funding;

import org.jspecify.annotations.NullMarked;
