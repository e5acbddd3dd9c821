package dev.kapu.admissions;

import java.time.LocalDate;

/** Days on which something may be done, both included. */
record Window(LocalDate from, LocalDate until) {
    Window {
        if (from == null || until == null || until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a window of kapu.admissions.procedures needs from and, not before it, until");
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    String text() {
        return from + " to " + until;
    }
}
