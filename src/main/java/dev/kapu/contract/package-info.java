@NullMarked
package dev.kapu.contract;

import org.jspecify.annotations.NullMarked;
