package dev.kapu.demo;

import java.time.Duration;
import java.time.LocalTime;

/**
 * How fast the simulated day goes by.
 *
 * @param minutes simulated minutes in a real second; above 0
 */
record Speed(double minutes) {
    /** In real time. */
    Duration between(LocalTime from, LocalTime to) {
        double simulated = Duration.between(from, to).toSeconds() / 60.0;
        return Duration.ofMillis(Math.round(simulated / minutes * 1000));
    }
}
