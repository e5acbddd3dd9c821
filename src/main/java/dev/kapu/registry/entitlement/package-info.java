/** For how long somebody is entitled to the cards issued to them, and the yearly validation of cards (S3). */
@NamedInterface("entitlement")
@NullMarked
package dev.kapu.registry.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
