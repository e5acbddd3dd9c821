@NullMarked
package dev.kapu.systems.admissions;

import org.jspecify.annotations.NullMarked;
