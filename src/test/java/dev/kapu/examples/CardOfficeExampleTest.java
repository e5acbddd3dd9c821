package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** W8: the card office addresses the registry anew for each card. Each from end to end over SOAP. */
@HubTest
class CardOfficeExampleTest {
    @Autowired
    private ApplicationContext hub;

    private Country country;

    @BeforeEach
    void country() {
        country = new Country(hub);
    }

    @Test
    void W8_the_card_office_takes_the_data_of_who_is_affiliated_and_of_nobody_else() {
        var school = country.school();
        var stranger = country.school();
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        var cards = country.cardOffice;

        var card = school.sends("request-card", "person", id, "site", "002", "settlement", "Szeged");
        assertThat(card.one("state")).isEqualTo("requested");
        assertThat(school.sends("request-card", "person", id, "site", "002", "settlement", "Győr")
                        .refusal())
                .isEqualTo("Client.Card.SiteMismatch");
        var holder = cards.sends("get-cardholder", "person", id, "institution", school.institution());
        assertThat(holder.all("given")).contains(pupil.given());
        assertThat(holder.one("street")).isEqualTo("Duna u. 3.");
        assertThat(cards.sends("get-cardholder", "person", id, "institution", stranger.institution())
                        .refusal())
                .isEqualTo("Client.Person.NotFound");
        String[] site = {"institution", school.institution(), "site", "002"};
        assertThat(cards.sends("verify-site", Map.of("settlement", "Szeged"), site)
                        .one("confirmed"))
                .isEqualTo("true");
        assertThat(cards.sends("verify-site", Map.of("settlement", "Pécs"), site)
                        .one("confirmed"))
                .isEqualTo("false");
    }
}
