package dev.kapu.demo;

import java.io.IOException;
import java.time.Duration;

/** A candidate is registered, examined early and gets an extract; the school hears of it. */
final class Exams implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExamOffice office;
    private final Postbox news;
    private final Whom whom;
    private final Protagonists protagonists;

    Exams(ExamOffice office, Postbox news, Whom whom, Protagonists protagonists) {
        this.office = office;
        this.news = news;
        this.whom = whom;
        this.protagonists = protagonists;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var candidate = whom.student(Whom.SECONDARY);
        var results = office.exam(Claim.right(candidate)).unlessFault(ExamOffice.NAME);
        var event = news.await("examDocumentRegistered", heard -> heard.isOf(candidate.educationId()), PATIENCE);
        protagonists.candidate(candidate);
        return ("a candidate of school %s takes an early exam; the exam registry records an %s with %d result, "
                        + "and the school's queue brings the news")
                .formatted(
                        candidate.institutionCode(),
                        event.one("documentKind"),
                        results.all("percent").size());
    }
}
