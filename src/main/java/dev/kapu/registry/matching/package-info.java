/**
 * Whether a newcomer is registered already (K2). Fields are compared at levels of agreement, the levels are weighed as
 * Fellegi and Sunter did, with weights learnt from unlabelled pairs (docs/adr/0009). Stands on its own: the registry
 * hands over descriptions and gets education IDs back.
 */
@NullMarked
package dev.kapu.registry.matching;

import org.jspecify.annotations.NullMarked;
