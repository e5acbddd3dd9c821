package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A school files a pupil's sheet; the centre hears of it, decides, and the school hears of that (K24). */
final class Application implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HAS_ONE = "Client.Admissions.AlreadySubmitted";
    private static final int ATTEMPTS = 20;

    private final HttpWire school;
    private final Postbox news;
    private final Whom whom;
    private final OwnSheets own;

    Application(HttpWire school, Postbox news, Whom whom, OwnSheets own) {
        this.school = school;
        this.news = news;
        this.own = own;
        this.whom = whom;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var chosen = whom.student(Whom.SECONDARY).institutionCode();
        var pupil = whom.student(Whom.PRIMARY);
        var filed = file(pupil, chosen);
        for (int attempt = 1;
                attempt < ATTEMPTS && filed.fault().filter(HAS_ONE::equals).isPresent();
                attempt++) {
            pupil = whom.student(Whom.PRIMARY);
            filed = file(pupil, chosen);
        }
        var sheet = filed.unlessFault(SchoolProgram.NAME).one("sheetNumber");
        var result =
                news.await("admissionResult", event -> event.all("sheetNumber").contains(sheet), PATIENCE);
        return ("school %s files a sheet for school %s; the admissions centre hears of it by queue and decides; "
                        + "both schools hear by queue: %s")
                .formatted(pupil.institutionCode(), chosen, result.one("outcome"));
    }

    private Answer file(SyntheticPerson pupil, String chosen) throws IOException, InterruptedException {
        own.expect(pupil.educationId());
        return own.filed(
                pupil.educationId(),
                school.ask(
                        Ask.PUPILS_SHEET,
                        Map.of(
                                "educationId",
                                pupil.educationId(),
                                "institutionCode",
                                pupil.institutionCode(),
                                "procedure",
                                AdmissionsCentre.PROCEDURE,
                                "chosen",
                                chosen)));
    }
}
