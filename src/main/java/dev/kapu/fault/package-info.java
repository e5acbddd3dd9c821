@NullMarked
package dev.kapu.fault;

import org.jspecify.annotations.NullMarked;
