package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The school asks by queue; the office hears of it by its own, looks who it is and where, and issues; the school hears of
 * the card and validates it (K23).
 */
final class Cards implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SchoolProgram byQueue;
    private final HttpWire school;
    private final Postbox schoolsNews;
    private final IdCardOffice office;
    private final Postbox officesNews;
    private final Whom whom;
    private final Protagonists protagonists;

    Cards(
            SchoolProgram byQueue,
            HttpWire school,
            Postbox schoolsNews,
            IdCardOffice office,
            Postbox officesNews,
            Whom whom,
            Protagonists protagonists) {
        this.byQueue = byQueue;
        this.school = school;
        this.schoolsNews = schoolsNews;
        this.office = office;
        this.officesNews = officesNews;
        this.whom = whom;
        this.protagonists = protagonists;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var pupils = protagonists.firstGraders();
        if (pupils.isEmpty()) {
            pupils = List.of(whom.student(Whom.PRIMARY));
        }
        for (var pupil : pupils) {
            card(pupil);
        }
        return ("school %s asks for %d by queue; the card office hears of it by its own queue, takes name, "
                        + "address and site from the registry and issues them; the school validates %d")
                .formatted(pupils.get(0).institutionCode(), pupils.size(), pupils.size());
    }

    private void card(SyntheticPerson pupil) throws IOException, InterruptedException {
        var asked = byQueue.card(pupil).unlessFault(SchoolProgram.NAME).one("cardRequestId");
        Predicate<Answer> ofIt = event -> event.all("cardRequestId").contains(asked);
        var request = officesNews.await("cardRequested", ofIt, PATIENCE);
        var institution = request.one("institutionCode");
        office.cardholder(pupil, institution).unlessFault(IdCardOffice.NAME);
        office.site(pupil, pupil.settlement()).unlessFault(IdCardOffice.NAME);
        office.issue(request.one("cardRequestId")).unlessFault(IdCardOffice.NAME);
        var card = schoolsNews.await("cardIssued", ofIt, PATIENCE).one("cardNumber");
        var outcome = school.get(
                        Ask.CARDS_VALID, Map.of("institutionCode", pupil.institutionCode(), "cardNumber", card))
                .one("outcome");
        if (!outcome.equals("validated")) {
            throw new Setback(SchoolProgram.NAME, "the card is " + outcome);
        }
        protagonists.cardholder(pupil);
    }
}
