package dev.kapu.registry.history;

import static dev.kapu.registry.affiliation.AffiliationType.MAIN_EMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.HubTest;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.history.HistoryEntry.Field;
import dev.kapu.registry.history.HistoryEntry.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every change of a person: who, when, what, before and after. */
@HubTest
class HistoryTest {
    private static final Map<String, String> OLD = Map.of("birthPlace", "Győr", "citizenship", "HU");
    private static final Map<String, String> NEW = Map.of("birthPlace", "Pécs", "citizenship", "HU", "post", "tanár");

    @Autowired
    History history;

    @Autowired
    Histories histories;

    @Autowired
    Authorship authorship;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final EducationId person = TestRegistry.freeId();

    @Test
    void it_says_who_changed_what_when_and_how_it_was_before() {
        var before = Instant.now();

        transaction.executeWithoutResult(status -> {
            authorship.sign("school-program", "040003", "clerk-7");
            history.add(new History.Change(person, Kind.AMENDED, OLD, NEW));
        });

        assertThat(histories.of(person)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.AMENDED);
            assertThat(entry.partner()).isEqualTo("school-program");
            assertThat(entry.institution()).isEqualTo("040003");
            assertThat(entry.endUser()).isEqualTo("clerk-7");
            assertThat(entry.at())
                    .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
            assertThat(entry.changes())
                    .containsExactly(new Field("birthPlace", "Győr", "Pécs"), new Field("post", null, "tanár"));
        });
    }

    @Test
    void who_changed_something_is_not_remembered_for_the_next_transaction() {
        transaction.executeWithoutResult(status -> authorship.sign("school-program", "040003", "clerk-7"));

        transaction.executeWithoutResult(status -> history.add(new History.Change(person, Kind.AMENDED, OLD, NEW)));

        assertThat(histories.of(person)).singleElement().satisfies(entry -> {
            assertThat(entry.partner()).isNull();
            assertThat(entry.institution()).isNull();
            assertThat(entry.endUser()).isNull();
        });
    }

    @Test
    void a_change_that_is_taken_back_leaves_none() {
        transaction.executeWithoutResult(status -> {
            history.add(new History.Change(person, Kind.AMENDED, OLD, NEW));
            status.setRollbackOnly();
        });

        assertThat(histories.of(person)).isEmpty();
    }

    @Test
    void an_affiliations_change_says_which_affiliation_it_was() {
        var held = new Affiliation(
                person,
                new InstitutionCode("040003"),
                new SiteSerial("001"),
                MAIN_EMPLOYMENT,
                TestRegistry.START,
                null,
                BigDecimal.valueOf(20),
                null,
                "tanár",
                true);

        history.started(held);
        history.changed(Kind.AFFILIATION_ENDED, held, held.endingOn(TestRegistry.TODAY, false));

        assertThat(histories.of(person))
                .extracting(HistoryEntry::kind)
                .containsExactly(Kind.AFFILIATION_STARTED, Kind.AFFILIATION_ENDED);
        assertThat(histories.of(person).get(1).changes())
                .containsExactlyInAnyOrder(
                        new Field("institutionCode", "040003", "040003"),
                        new Field("type", "main-employment", "main-employment"),
                        new Field("startDate", TestRegistry.START.toString(), TestRegistry.START.toString()),
                        new Field("endDate", null, TestRegistry.TODAY.toString()));
    }

    @Test
    void the_responsible_institutions_change_is_kept_also_where_it_is_nobody() {
        history.responsible(person, "040003", null);

        assertThat(histories.of(person).get(0).changes())
                .isEqualTo(List.of(new Field("responsibleInstitution", "040003", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set after = '{}'",
                "delete from history",
                "truncate history",
                "delete from retired_id",
                "delete from person"
            })
    void the_hub_itself_cannot_change_what_happened(String forbidden) {
        assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("ERROR: permission denied for table "
                        + forbidden.replaceFirst(".*(history|retired_id|person).*", "$1"));
    }
}
