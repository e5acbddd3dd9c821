package dev.kapu.registry.movement;

import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.DORMITORY;
import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.affiliation.HeldAffiliations;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** S3: the end of an affiliation names the cards whose entitlement ends with it, and no others. */
@HubTest
@RecordApplicationEvents
class EndedCardsTest {
    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Cards cards;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId pupil;
    private String card;

    @BeforeEach
    void aPupilWithACard() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        pupil = registry.personAt(school, COMPULSORY_STUDENT);
        card = new TestCards(cards).issued(pupil, school, CardType.STUDENT).text();
    }

    @Test
    void a_dormitory_of_the_pupils_own_school_takes_no_card_along() {
        registry.affiliate(pupil, school, DORMITORY, START, null, 10);

        end(school, DORMITORY);

        assertThat(named()).isEmpty();
    }

    @Test
    void while_an_affiliation_elsewhere_entitles_to_it_a_card_goes_on() {
        var home = registry.institution();
        registry.affiliate(pupil, home, DORMITORY, START, null, 10);

        end(school, COMPULSORY_STUDENT);
        assertThat(named()).isEmpty();

        end(home, DORMITORY);
        assertThat(named()).as("issued through the school").containsExactly(card);
    }

    @Test
    void a_teacher_card_does_not_end_with_school() {
        registry.affiliate(pupil, school, MAIN_EMPLOYMENT, START, null, 20);
        new TestCards(cards).issued(pupil, school, CardType.TEACHER);

        end(school, COMPULSORY_STUDENT);

        assertThat(named()).containsExactly(card);
    }

    @Test
    void a_handover_takes_no_card_along_K11() {
        var begin = new NewAffiliation(
                registry.institution(), new SiteSerial("001"), COMPULSORY_STUDENT, TODAY, BigDecimal.TEN, null, null);

        affiliations.handOver(pupil, school, COMPULSORY_STUDENT, TODAY.minusDays(1), begin, HeldAffiliations.EVERYONE);

        assertThat(events.stream(AffiliationEnded.class)).isNotEmpty();
        assertThat(named()).isEmpty();
    }

    private void end(InstitutionCode institution, AffiliationType type) {
        affiliations.end(pupil, institution, type, TODAY, HeldAffiliations.EVERYONE);
    }

    private List<String> named() {
        return events.stream(AffiliationEnded.class)
                .flatMap(ended -> ended.cardNumbers().stream())
                .toList();
    }
}
