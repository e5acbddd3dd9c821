package dev.kapu.demo;

import dev.kapu.registry.Today;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The old school reports the end, the new one the start and then the new address (W6, K11, K12). */
final class Move implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SchoolProgram byQueue;
    private final HttpWire school;
    private final Postbox news;
    private final Postbox officesNews;
    private final Paperwork paperwork;
    private final Whom whom;
    private final Today today;

    Move(
            SchoolProgram byQueue,
            HttpWire school,
            Postbox news,
            Postbox officesNews,
            Paperwork paperwork,
            Whom whom,
            Today today) {
        this.byQueue = byQueue;
        this.school = school;
        this.news = news;
        this.officesNews = officesNews;
        this.paperwork = paperwork;
        this.whom = whom;
        this.today = today;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var pupil = whom.student(Whom.PRIMARY);
        var neighbour = whom.student(Whom.PRIMARY, pupil.institutionCode());
        var home = whom.school(neighbour.institutionCode());
        var day = today.date();
        var grade = school.get(
                        Ask.HELD,
                        Map.of("educationId", pupil.educationId(), "institutionCode", pupil.institutionCode()))
                .text("grade");

        byQueue.endAffiliation(pupil, day.minusDays(1));
        officesNews.await("affiliationEnded", event -> event.isOf(pupil.educationId()), PATIENCE);

        var values = new HashMap<String, String>();
        values.put("educationId", pupil.educationId());
        values.put("birthDate", pupil.birthDate().toString());
        values.put("institutionCode", home.code());
        values.put("siteSerial", neighbour.siteSerial());
        values.put("startDate", day.toString());
        values.put("grade", grade.orElse("5"));
        values.put("postcode", home.postcode());
        values.put("settlement", home.settlement());
        values.put("street", "Petőfi u. " + ThreadLocalRandom.current().nextInt(1, 100) + ".");
        var responsible = school.get(Ask.START, values).one("responsibleInstitution");
        paperwork.carry(school.get(Ask.AMENDMENT, values), home.code(), "amended");
        news.await("personAmended", event -> event.isOf(pupil.educationId()), PATIENCE);
        return ("school %s ends by queue, school %s starts and sends the new address on a signed sheet; now %s "
                        + "answers for the pupil")
                .formatted(pupil.institutionCode(), home.code(), responsible);
    }
}
