package dev.kapu.registry.movement;

import static dev.kapu.fault.Refusals.assertRefused;
import static dev.kapu.registry.TestRegistry.START;
import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.registry.affiliation.AffiliationType.COMPULSORY_STUDENT;
import static dev.kapu.registry.affiliation.AffiliationType.STUDENT;
import static dev.kapu.registry.affiliation.HeldAffiliations.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.CardType;
import dev.kapu.registry.card.Cards;
import dev.kapu.registry.card.TestCards;
import dev.kapu.registry.history.Histories;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** K11: an affiliation was reported of a wrong person, and the Office takes it out. */
@HubTest
@RecordApplicationEvents
class AnnulmentsTest {
    @Autowired
    private Annulments annulments;

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Histories histories;

    @Autowired
    private Cards cards;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private TestRegistry registry;
    private InstitutionCode school;
    private EducationId id;

    @BeforeEach
    void who_never_was_there() {
        registry = new TestRegistry(jdbc);
        school = registry.institution();
        id = registry.personAt(school, COMPULSORY_STUDENT);
    }

    @Test
    void nothing_is_left_of_it_but_the_history_and_nobody_answers_any_more_K5() {
        var annulled = annulments.annul(id, school, COMPULSORY_STUDENT, START, EVERYONE);

        assertThat(annulled.startDate()).isEqualTo(START);
        assertThat(affiliations.of(id, EVERYONE)).isEmpty();
        assertThat(registry.responsible(id)).isNull();
        assertThat(histories.of(id))
                .filteredOn(entry -> entry.kind() == HistoryEntry.Kind.AFFILIATION_CANCELLED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .contains(new HistoryEntry.Field("startDate", START.toString(), null)));
    }

    @Test
    void institution_and_card_office_hear_of_it_K23() {
        var card = new TestCards(cards).issued(id, school, CardType.STUDENT).text();

        annulments.annul(id, school, COMPULSORY_STUDENT, START, EVERYONE);

        assertThat(events.stream(AffiliationCancelled.class))
                .filteredOn(event -> event.subject().educationId().equals(id.text()))
                .singleElement()
                .returns(school.text(), AffiliationCancelled::institutionCode)
                .returns(START, AffiliationCancelled::startDate);
        assertThat(events.stream(AffiliationEnded.class))
                .filteredOn(event -> event.subject().educationId().equals(id.text()))
                .singleElement()
                .satisfies(event -> assertThat(event.cardNumbers()).containsExactly(card));
    }

    @Test
    void one_that_has_ended_is_annulled_too_and_its_neighbour_stays() {
        var longAgo = LocalDate.of(2019, 9, 1);
        registry.affiliate(id, school, COMPULSORY_STUDENT, longAgo, longAgo.plusDays(9), 20);

        annulments.annul(id, school, COMPULSORY_STUDENT, longAgo, EVERYONE);

        assertThat(affiliations.of(id, EVERYONE))
                .singleElement()
                .satisfies(one -> assertThat(one.startDate()).isEqualTo(START));
        assertThat(registry.responsible(id)).isEqualTo(school.text());
    }

    @Test
    void only_the_office_annuls_and_only_what_is_held() {
        var own = new Reach(Scope.EVERYONE_FOR_REPRESENTED_INSTITUTION, school.text());

        assertRefused(Fault.PERSON_NOT_FOUND, () -> annulments.annul(id, school, COMPULSORY_STUDENT, START, own));
        assertRefused(
                Fault.AFFILIATION_NOT_FOUND, () -> annulments.annul(id, school, COMPULSORY_STUDENT, TODAY, EVERYONE));
        assertRefused(Fault.AFFILIATION_NOT_FOUND, () -> annulments.annul(id, school, STUDENT, START, EVERYONE));
        assertThat(affiliations.of(id, EVERYONE)).hasSize(1);
    }
}
