package dev.kapu.demo;

import dev.kapu.registry.Today;
import java.io.IOException;
import java.time.Duration;

/** A pupil leaves; the card office hears of it and withdraws the card. */
final class Leaving implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SchoolProgram byQueue;
    private final Postbox cardOfficesNews;
    private final Whom whom;
    private final Protagonists protagonists;
    private final Today today;

    Leaving(SchoolProgram byQueue, Postbox cardOfficesNews, Whom whom, Protagonists protagonists, Today today) {
        this.byQueue = byQueue;
        this.cardOfficesNews = cardOfficesNews;
        this.whom = whom;
        this.protagonists = protagonists;
        this.today = today;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var children = protagonists.firstGraders();
        var pupil = children.isEmpty() ? whom.student(Whom.PRIMARY) : children.get(children.size() - 1);
        byQueue.endAffiliation(pupil, today.date());
        var heard = cardOfficesNews.await("affiliationEnded", event -> event.isOf(pupil.educationId()), PATIENCE);
        return "a first-grader of school %s moves abroad, which the school says by queue; the card office hears of it and withdraws %d card"
                .formatted(pupil.institutionCode(), heard.all("cardNumber").size());
    }
}
