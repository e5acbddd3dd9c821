/** Partners choose among the events that they may have. */
@NullMarked
package dev.kapu.systems.subscriptions;

import org.jspecify.annotations.NullMarked;
