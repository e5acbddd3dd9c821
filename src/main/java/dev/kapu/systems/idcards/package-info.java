@NullMarked
package dev.kapu.systems.idcards;

import org.jspecify.annotations.NullMarked;
