@NullMarked
package dev.kapu.systems.exams;

import org.jspecify.annotations.NullMarked;
