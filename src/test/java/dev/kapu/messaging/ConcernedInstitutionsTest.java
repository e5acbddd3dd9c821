package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An event that concerns two institutions reaches whoever represents either, once, for the one they represent. */
@HubTest
class ConcernedInstitutionsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final FakeDoor door =
            new FakeDoor("concerned-first", "concerned-second", "concerned-both", "concerned-none");

    @AfterEach
    void clean() {
        jdbc.sql("delete from outbox where partner like 'concerned-%'").update();
    }

    @ParameterizedTest
    @MethodSource
    void whoever_represents_either_hears_of_it_once(RegistryEvent event) {
        door.represents = (partner, institution) -> switch (partner) {
            case "concerned-first" -> institution.equals("000001");
            case "concerned-second" -> institution.equals("000002");
            case "concerned-both" -> true;
            default -> false;
        };

        transactions.executeWithoutResult(
                status -> new Outbox(new OutboxStore(jdbc), new EventContracts(), door, () -> {}).on(event));

        assertThat(jdbc.sql("select partner || ' ' || institution from outbox where partner like 'concerned-%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "concerned-first 000001", "concerned-second 000002", "concerned-both 000001");
        assertThat(event.institutions())
                .allMatch(institution ->
                        Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION.covers(event.subject(), institution));
    }

    @Test
    void of_a_lapsed_card_each_institution_hears_for_itself_and_whoever_hears_of_all_only_once() {
        door.represents = (partner, institution) -> !partner.equals("concerned-none");
        door.forInstitutions = Set.of("concerned-first", "concerned-second");
        var lapsed = new CardLapsed(
                UUID.randomUUID(),
                NOW,
                new Subject("71234567897", Set.of("000001", "000002"), null),
                "000001",
                "0123456789ABCDEF",
                LocalDate.parse("2026-10-31"),
                null);

        transactions.executeWithoutResult(
                status -> new Outbox(new OutboxStore(jdbc), new EventContracts(), door, () -> {}).on(lapsed));

        var contracts = new EventContracts();
        assertThat(jdbc.sql("select partner, institution, body from outbox where partner like 'concerned-%'")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " "
                                + ((dev.kapu.contract.events.CardLapsed) contracts.read("cardLapsed", row.getString(3)))
                                        .getValidatingInstitution())
                        .list())
                .containsExactlyInAnyOrder(
                        "concerned-first 000001 000001",
                        "concerned-first 000002 000002",
                        "concerned-second 000001 000001",
                        "concerned-second 000002 000002",
                        "concerned-both 000001 null");
        assertThat(jdbc.sql("select count(distinct event_id) from outbox where partner = 'concerned-first'")
                        .query(Integer.class)
                        .single())
                .as("the broker takes an id once")
                .isEqualTo(2);
    }

    static Stream<RegistryEvent> whoever_represents_either_hears_of_it_once() {
        var subject = new Subject("71234567897", Set.of("000001", "000002"), "000001");
        return Stream.of(
                new ResponsibleInstitutionChanged(UUID.randomUUID(), NOW, subject, "000001", "000002"),
                new PersonsMerged(UUID.randomUUID(), NOW, subject, "72000000154", "71234567897"),
                new AffiliationStarted(
                        UUID.randomUUID(),
                        NOW,
                        new Subject("71234567897", Set.of("000001", "000002"), "000002"),
                        "000001",
                        "001",
                        "dormitory",
                        LocalDate.parse("2026-06-15")));
    }
}
