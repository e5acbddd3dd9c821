package dev.kapu.demo;

import java.io.IOException;
import java.time.Duration;

/** The personnel module says by queue who teaches where; the affiliation follows (E4). */
final class Posting implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PersonnelOffice personnel;
    private final Postbox officesNews;
    private final Whom whom;

    Posting(PersonnelOffice personnel, Postbox officesNews, Whom whom) {
        this.personnel = personnel;
        this.officesNews = officesNews;
        this.whom = whom;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var teacher = whom.teacher();
        var place = whom.student(Whom.PRIMARY, teacher.institutionCode());
        personnel.post(teacher, place.institutionCode(), place.siteSerial());
        officesNews.await(
                "affiliationStarted",
                event -> event.isOf(teacher.educationId())
                        && event.all("institutionCode").contains(place.institutionCode()),
                PATIENCE);
        return "the personnel module sends a posting by queue; a teacher of %s is affiliated with school %s, too"
                .formatted(teacher.institutionCode(), place.institutionCode());
    }
}
