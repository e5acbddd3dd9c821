package dev.kapu.demo;

import java.io.IOException;
import java.time.LocalTime;

/** What partners do at an hour of the day. */
record Scene(LocalTime at, String title, Story story) {
    static Scene at(int hour, String title, Story story) {
        return new Scene(LocalTime.of(hour, 0), title, story);
    }

    interface Story {
        /**
         * Plays it over the wire, to its end.
         *
         * @return what came of it, in plain words that go to the log: codes of institutions and counts, no personal data
         */
        String play() throws IOException, InterruptedException;
    }
}
