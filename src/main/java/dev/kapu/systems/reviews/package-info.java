@NullMarked
package dev.kapu.systems.reviews;

import org.jspecify.annotations.NullMarked;
