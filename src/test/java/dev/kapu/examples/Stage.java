package dev.kapu.examples;

import org.assertj.core.api.SoftAssertions;

/** What a scene of samples is played with. */
record Stage(Country country, GuideSamples samples, SoftAssertions softly) {
    /** The sample of this name in the documents is what was sent and answered. */
    Answer shows(String sample, Answer answer) {
        softly.assertThatCode(() -> samples.check(sample, answer)).doesNotThrowAnyException();
        return answer;
    }
}
