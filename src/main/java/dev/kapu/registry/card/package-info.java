/** Student and teacher cards, requested and withdrawn (K3, K23). */
@NamedInterface("card")
@NullMarked
package dev.kapu.registry.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
