/**
 * The first steps with the demo, and simulated partners. These share the hub's process but reach it as strangers do:
 * over the wire, with their own credentials, by envelopes written by hand. From the registry they take only whom to ask
 * about.
 */
@ApplicationModule(allowedDependencies = {"contract", "messaging", "pki", "registry", "registry :: *", "start"})
@NullMarked
package dev.kapu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
