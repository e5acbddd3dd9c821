@NullMarked
package dev.kapu.systems.persons;

import org.jspecify.annotations.NullMarked;
