package dev.kapu.start;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What has last happened in a demonstration, in a sentence for the console's first page; no personal data. */
@Component
public class Happenings {
    private volatile String latest = "";

    public void say(String sentence) {
        latest = sentence;
    }

    /** Empty where nothing is demonstrated. */
    public Optional<String> latest() {
        return Optional.of(latest).filter(said -> !said.isEmpty());
    }
}
