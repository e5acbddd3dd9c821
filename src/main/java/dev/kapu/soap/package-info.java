@NullMarked
package dev.kapu.soap;

import org.jspecify.annotations.NullMarked;
