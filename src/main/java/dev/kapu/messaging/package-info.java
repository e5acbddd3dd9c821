@NullMarked
package dev.kapu.messaging;

import org.jspecify.annotations.NullMarked;
