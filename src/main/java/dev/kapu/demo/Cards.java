package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The school asks by queue, the office looks who it is and where, issues, and the school validates (K23). */
final class Cards implements Scene.Story {
    private final SchoolProgram byQueue;
    private final HttpWire school;
    private final IdCardOffice office;
    private final Whom whom;
    private final Protagonists protagonists;

    Cards(SchoolProgram byQueue, HttpWire school, IdCardOffice office, Whom whom, Protagonists protagonists) {
        this.byQueue = byQueue;
        this.school = school;
        this.office = office;
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
        return "school %s asks for %d by queue; the card office takes name, address and site from the registry and issues them; the school validates %d"
                .formatted(pupils.get(0).institutionCode(), pupils.size(), pupils.size());
    }

    private void card(SyntheticPerson pupil) throws IOException, InterruptedException {
        var request = byQueue.card(pupil).unlessFault(SchoolProgram.NAME).one("cardRequestId");
        office.cardholder(pupil, pupil.institutionCode()).unlessFault(IdCardOffice.NAME);
        office.site(pupil, pupil.settlement()).unlessFault(IdCardOffice.NAME);
        var card = office.issue(request).unlessFault(IdCardOffice.NAME).one("cardNumber");
        var outcome = school.get(
                        Ask.CARDS_VALID, Map.of("institutionCode", pupil.institutionCode(), "cardNumber", card))
                .one("outcome");
        if (!outcome.equals("validated")) {
            throw new Setback(SchoolProgram.NAME, "the card is " + outcome);
        }
        protagonists.cardholder(pupil);
    }
}
