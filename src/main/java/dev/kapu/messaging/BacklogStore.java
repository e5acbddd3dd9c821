package dev.kapu.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits in the outbox, and what became of what no longer does. */
class BacklogStore {
    private final JdbcClient jdbc;

    BacklogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Without dead letters. Counts by the index and only so many of each partner: it is asked every few seconds, also when
     * millions wait. Beyond that number the age is that of those due first and of the last ones tried.
     */
    List<Deliveries.Backlog> waiting(int most) {
        return jdbc.sql("""
                with recursive away (partner) as (
                    select min(partner) from outbox where buried_at is null
                    union all
                    select (select min(partner) from outbox where partner > away.partner and buried_at is null)
                      from away where away.partner is not null
                )
                select away.partner, counted.events, counted.failing, least(counted.oldest, latest.oldest) as oldest,
                       coalesce(latest.last_error, counted.last_error) as last_error
                  from away
                  cross join lateral (
                    select count(*) as events, count(last_error) as failing, min(occurred_at) as oldest,
                           max(last_error) as last_error
                      from (select last_error, occurred_at from outbox
                             where partner = away.partner and buried_at is null
                             order by next_attempt_at, id limit :most) due) counted
                  cross join lateral (
                    select min(occurred_at) as oldest,
                           (array_agg(last_error order by next_attempt_at desc)
                               filter (where last_error is not null))[1] as last_error
                      from (select last_error, occurred_at, next_attempt_at from outbox
                             where partner = away.partner and buried_at is null
                             order by next_attempt_at desc, id desc limit 1000) last) latest
                 where away.partner is not null and counted.events > 0
                 order by away.partner
                """)
                .param("most", most)
                .query((row, number) -> new Deliveries.Backlog(
                        row.getString("partner"),
                        row.getLong("events"),
                        row.getLong("failing"),
                        row.getTimestamp("oldest").toInstant(),
                        row.getString("last_error")))
                .list();
    }

    int purge(Duration age) {
        return jdbc.sql("delete from outbox_history where done_at < now() - make_interval(secs => :seconds)")
                .param("seconds", (double) age.toSeconds())
                .update();
    }
}
