/**
 * SOAP 1.1 messages with one attachment (W3C XOP 1.0 and MTOM 1.0, RFC 2387), as a closed profile: what is not listed here
 * is refused (ADR 27). Everything is in memory and bounded before this is asked.
 */
@NullMarked
package dev.kapu.soap.xop;

import org.jspecify.annotations.NullMarked;
