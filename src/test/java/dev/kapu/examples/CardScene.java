package dev.kapu.examples;

import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** IdCards: from the request of a card to its withdrawal. */
final class CardScene {
    private final Stage stage;
    private final Country country;
    private final Actor school;

    CardScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
    }

    void play() {
        var id = country.registered(school, Person.pupil());
        var asked = stage.shows("request-card", requested(id)).one("cardRequestId");
        String[] holder = {"person", id, "institution", school.institution()};
        stage.shows("get-cardholder", country.cardOffice.sends("get-cardholder", holder));
        String[] site = {"institution", school.institution(), "site", "002"};
        stage.shows("verify-site", country.cardOffice.sends("verify-site", Map.of("settlement", "Szeged"), site));
        var card = number();
        requested(country.registered(school, Person.pupil()));
        stage.shows("list-card-requests", country.cardOffice.sends("list-card-requests", "after", asked));
        stage.shows("report-card-issued", issued(asked, card));
        stage.shows("validate-cards", school.sends("validate-cards", "card", card, "unknown", number()));
        stage.shows("get-card-request", school.sends("get-card-request", "request", asked));
        stage.shows(
                "report-card-withdrawn",
                country.cardOffice.sends(
                        "report-card-withdrawn", "card", card, "day", TODAY.toString(), "reason", "lost"));
    }

    /** @return who left and had a card */
    String leave() {
        var id = holder();
        requested(id);
        school.sends("end-affiliation", "person", id, "type", "compulsory-student", "end", YESTERDAY);
        return id;
    }

    /** @return who has a card */
    String holder() {
        var id = country.registered(school, Person.pupil());
        issued(requested(id).one("cardRequestId"), number());
        return id;
    }

    private Answer requested(String id) {
        return school.sends("request-card", "person", id, "site", "002", "settlement", "Szeged");
    }

    private Answer issued(String request, String card) {
        String[] words = {
            "request",
            request,
            "card",
            card,
            "issued",
            TODAY.toString(),
            "until",
            TODAY.plusDays(60).toString()
        };
        return country.cardOffice.sends("report-card-issued", words);
    }

    private static String number() {
        return "1"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    }
}
