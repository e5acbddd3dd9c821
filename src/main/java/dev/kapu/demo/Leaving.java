package dev.kapu.demo;

import dev.kapu.registry.Today;
import java.io.IOException;
import java.time.Duration;

/** A pupil with a card leaves; the card office hears of it, and until when the card is good. */
final class Leaving implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SchoolProgram byQueue;
    private final Postbox cardOfficesNews;
    private final Protagonists protagonists;
    private final Today today;

    Leaving(SchoolProgram byQueue, Postbox cardOfficesNews, Protagonists protagonists, Today today) {
        this.byQueue = byQueue;
        this.cardOfficesNews = cardOfficesNews;
        this.protagonists = protagonists;
        this.today = today;
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var pupil = protagonists
                .cardholder()
                .orElseThrow(() -> new Setback(IdCardOffice.NAME, "has issued no card so far"));
        byQueue.endAffiliation(pupil, today.date());
        cardOfficesNews.await("affiliationEnded", event -> event.isOf(pupil.educationId()), PATIENCE);
        var until = cardOfficesNews
                .await("cardEntitlementChanged", event -> event.isOf(pupil.educationId()), PATIENCE)
                .one("entitledUntil");
        return ("a pupil of school %s moves abroad, which the school says by queue; the card office hears of it: "
                        + "the card is good until %s, and then the registry withdraws it")
                .formatted(pupil.institutionCode(), until);
    }
}
