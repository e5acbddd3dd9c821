/**
 * Signed messages (OASIS WS-Security 1.1, X.509 token profile), as a closed profile: what is not listed here is refused.
 * Only canonicalisation comes from a library; there are no transforms, no resolvers and no references to follow, hence
 * none to abuse. Elements count by where they stand, never by which id they bear.
 */
@NullMarked
package dev.kapu.soap.signature;

import org.jspecify.annotations.NullMarked;
