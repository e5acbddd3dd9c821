package dev.kapu.registry.doubles;

import dev.kapu.registry.EducationId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What many persons are found by, at once. */
@Component
class PersonKeyStore {
    private final JdbcTemplate jdbc;

    PersonKeyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param keys of the person in the same place */
    void insert(List<EducationId> ids, List<long[]> keys) {
        int size = keys.stream().mapToInt(some -> some.length).sum();
        var allKeys = new Long[size];
        var owners = new Long[size];
        int next = 0;
        for (int i = 0; i < ids.size(); i++) {
            for (long key : keys.get(i)) {
                allKeys[next] = key;
                owners[next++] = ids.get(i).number();
            }
        }
        jdbc.update(
                "insert into person_key (key, education_id) select * from unnest(?::bigint[], ?::bigint[])"
                        + " on conflict do nothing",
                allKeys,
                owners);
    }

    /** Whether all who are held can be found. */
    boolean isFilled() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select upto = 9223372036854775807 from person_key_filled", Boolean.class));
    }

    /** Up to which ID those of an earlier version can be found, locked; empty if another hub is at it. */
    Optional<Long> filled() {
        return jdbc
                .query("select upto from person_key_filled for update skip locked", (row, number) -> row.getLong(1))
                .stream()
                .findFirst();
    }

    void setFilled(long upto) {
        jdbc.update("update person_key_filled set upto = ?", upto);
    }

    void delete(EducationId id, long[] keys) {
        jdbc.update(
                "delete from person_key where key = any (?::bigint[]) and education_id = ?",
                Arrays.stream(keys).boxed().toArray(Long[]::new),
                id.number());
    }
}
