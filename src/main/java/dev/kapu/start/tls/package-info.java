/** How callers reach the hub over HTTP. */
@NullMarked
package dev.kapu.start.tls;

import org.jspecify.annotations.NullMarked;
