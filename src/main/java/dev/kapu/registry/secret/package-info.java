/** The secrets with which institutions sign in, and their requests for new ones (K18). */
@NamedInterface("secret")
@NullMarked
package dev.kapu.registry.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
