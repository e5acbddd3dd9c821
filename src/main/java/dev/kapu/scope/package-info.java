@NullMarked
package dev.kapu.scope;

import org.jspecify.annotations.NullMarked;
