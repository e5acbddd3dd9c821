package dev.kapu.messaging;

import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxStore {
    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Delivery delivery) {
        add(List.of(delivery));
    }

    /** By one statement, but for what a partner has declined. An institution's code has no comma. */
    void add(List<Delivery> deliveries) {
        jdbc.sql("""
                insert into outbox (event_id, kind, partner, subject, affiliated_with, responsible_institution,
                                    standing, institution, body, occurred_at)
                select event_id, kind, partner, subject, string_to_array(affiliated_with, ','), responsible,
                       string_to_array(standing, ','), institution, body, occurred_at
                  from unnest(:eventIds::uuid[], :kinds::text[], :partners::text[], :subjects::text[],
                              :affiliatedWith::text[], :responsible::text[], :standings::text[], :institutions::text[],
                              :bodies::text[], :occurredAt::timestamptz[]) with ordinality
                       as event (event_id, kind, partner, subject, affiliated_with, responsible, standing, institution,
                                 body, occurred_at, n)
                 where not exists (select from declined_event declined
                                    where declined.partner = event.partner and declined.kind = event.kind)
                 order by n
                """)
                .param(
                        "eventIds",
                        texts(deliveries, delivery -> delivery.eventId().toString()))
                .param("kinds", texts(deliveries, Delivery::kind))
                .param("partners", texts(deliveries, Delivery::partner))
                .param(
                        "subjects",
                        texts(deliveries, delivery -> delivery.subject().educationId()))
                .param(
                        "affiliatedWith",
                        texts(
                                deliveries,
                                delivery -> String.join(",", delivery.subject().affiliatedWith())))
                .param(
                        "responsible",
                        texts(deliveries, delivery -> delivery.subject().responsibleInstitution()))
                .param(
                        "standings",
                        texts(
                                deliveries,
                                delivery -> delivery.subject().standing().stream()
                                        .map(Scope::word)
                                        .collect(Collectors.joining(","))))
                .param("institutions", texts(deliveries, Delivery::institution))
                .param("bodies", texts(deliveries, Delivery::body))
                .param(
                        "occurredAt",
                        texts(deliveries, delivery -> delivery.occurredAt().toString()))
                .update();
    }

    private static @Nullable String[] texts(List<Delivery> deliveries, Function<Delivery, @Nullable String> column) {
        return deliveries.stream().map(column).toArray(String[]::new);
    }

    void rename(Set<String> partners, String retired, String survivor) {
        jdbc.sql("""
                update outbox set subject = :survivor
                 where partner = any(:partners) and subject = :retired and buried_at is null
                """)
                .param("partners", partners.toArray(String[]::new))
                .param("retired", retired)
                .param("survivor", survivor)
                .update();
    }

    /**
     * The first event of each person that waits for the partner: no two of one person at a time. Dead letters do not wait.
     *
     * @param longestWait whatever waits longer was written before the database's clock was set back, and is due
     */
    List<Delivery.Due> due(String partner, int limit, Duration longestWait) {
        return jdbc.sql("""
                select o.id, o.event_id, o.kind, o.partner, o.subject, o.affiliated_with, o.responsible_institution,
                       o.standing, o.institution, o.body, o.occurred_at, o.attempts, o.own_failures
                  from outbox o
                 where o.partner = :partner
                   and o.buried_at is null
                   and (o.next_attempt_at <= now()
                        or o.next_attempt_at > now() + make_interval(secs => :longest))
                   and not exists (select from outbox earlier
                                    where earlier.partner = o.partner
                                      and earlier.subject = o.subject
                                      and earlier.buried_at is null
                                      and earlier.id < o.id)
                 order by o.next_attempt_at, o.id
                 limit :limit
                """)
                .param("partner", partner)
                .param("longest", longestWait.toMillis() / 1000.0)
                .param("limit", limit)
                .query(OutboxStore::due)
                .list();
    }

    private static Delivery.Due due(ResultSet row, int number) throws SQLException {
        var subject = new Subject(
                row.getString("subject"),
                strings(row.getArray("affiliated_with")),
                row.getString("responsible_institution"),
                strings(row.getArray("standing")).stream()
                        .flatMap(word -> Scope.of(word).stream())
                        .collect(Collectors.toUnmodifiableSet()));
        var delivery = new Delivery(
                row.getObject("event_id", UUID.class),
                row.getString("kind"),
                row.getString("partner"),
                subject,
                row.getString("institution"),
                row.getString("body"),
                row.getTimestamp("occurred_at").toInstant());
        return new Delivery.Due(row.getLong("id"), delivery, row.getInt("attempts"), row.getInt("own_failures"));
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    void done(List<Long> ids, String outcome) {
        jdbc.sql("""
                with done as (delete from outbox where id = any(:ids) returning *)
                insert into outbox_history (id, event_id, kind, partner, occurred_at, attempts, outcome)
                select id, event_id, kind, partner, occurred_at, attempts + 1, :outcome from done
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("outcome", outcome)
                .update();
    }

    /** Later each time: after 1, 2, 4 … seconds. */
    void failed(long id, Delivery.Outcome.Failed failed, Duration longestWait) {
        jdbc.sql("""
                update outbox
                   set attempts = attempts + 1,
                       own_failures = own_failures + :own,
                       last_error = :code,
                       next_attempt_at =
                           now() + make_interval(secs => least(power(2, least(attempts, 30)), :longest))
                 where id = :id
                """)
                .param("id", id)
                .param("own", failed.isOfTheEvent() ? 1 : 0)
                .param("code", failed.fault().code())
                .param("longest", longestWait.toMillis() / 1000.0)
                .update();
    }
}
