/** Each person exactly once (K1, K2): registrations, reviews by the Office, mergers. */
@NamedInterface("registration")
@NullMarked
package dev.kapu.registry.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
