@NullMarked
package dev.kapu.demo;

import org.jspecify.annotations.NullMarked;
