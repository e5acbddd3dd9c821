@NullMarked
package dev.kapu.systems.credentials;

import org.jspecify.annotations.NullMarked;
