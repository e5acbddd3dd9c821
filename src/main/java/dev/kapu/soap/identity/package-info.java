/** Who a caller is, by what the connection proves. */
@NullMarked
package dev.kapu.soap.identity;

import org.jspecify.annotations.NullMarked;
