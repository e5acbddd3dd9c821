@NullMarked
package dev.kapu.audit;

import org.jspecify.annotations.NullMarked;
