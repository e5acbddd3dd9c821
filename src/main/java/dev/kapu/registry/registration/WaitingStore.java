package dev.kapu.registry.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** By which keys those are found who wait to be registered. */
@Component
class WaitingStore {
    private final JdbcTemplate jdbc;
    private final JsonMapper json = new JsonMapper();

    WaitingStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place of who was asked for, in the list of keys */
    record Sharer(int place, UUID review, Registrations.Entry reported) {}

    void insert(UUID review, long[] keys) {
        jdbc.update(
                "insert into waiting_key (key, review) select distinct key, cast(? as uuid) from unnest(?::bigint[]) key"
                        + " on conflict do nothing",
                review,
                boxed(keys));
    }

    void delete(UUID review) {
        jdbc.update("delete from waiting_key where review = ?", review);
    }

    /** Who waits in an open review and shares a key. */
    List<Sharer> sharing(List<long[]> keys) {
        var places = IntStream.range(0, keys.size())
                .flatMap(place -> Arrays.stream(keys.get(place)).mapToInt(key -> place))
                .boxed()
                .toArray(Integer[]::new);
        return jdbc.query(
                """
                select asked.place, id, reported
                  from (select distinct place, review
                          from unnest(?::int[], ?::bigint[]) as asked (place, key) join waiting_key using (key)) asked
                  join review on id = asked.review
                 where state = 'open'
                 order by asked.place, opened_at, id""",
                (row, number) -> new Sharer(
                        row.getInt(1),
                        Objects.requireNonNull(row.getObject(2, UUID.class)),
                        json.readValue(row.getString(3), Registrations.Entry.class)),
                places,
                boxed(keys.stream().flatMapToLong(Arrays::stream).toArray()));
    }

    /** Reviews that were opened by a version without keys. */
    List<UUID> withoutKeys() {
        return jdbc.query("""
                select id from review
                 where state = 'open' and kind = 'registration'
                   and not exists (select from waiting_key where review = review.id)
                """, (row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)));
    }

    private static Long[] boxed(long[] keys) {
        return Arrays.stream(keys).boxed().toArray(Long[]::new);
    }
}
