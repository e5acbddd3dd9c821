@NullMarked
package dev.kapu.registry;

import org.jspecify.annotations.NullMarked;
