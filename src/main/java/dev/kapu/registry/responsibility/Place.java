package dev.kapu.registry.responsibility;

import dev.kapu.registry.Coordinates;

/** A settlement, or its part with a postcode; where its middle is. */
record Place(String country, String postcode, String settlement, Coordinates middle) {}
