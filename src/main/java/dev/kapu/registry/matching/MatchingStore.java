package dev.kapu.registry.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class MatchingStore {
    /** Of a key that more persons share only so many are counted: whoever is meant shares other keys, too. */
    static final int MOST_OF_A_KEY = 1_000;

    /** So many of those who share the most keys with a newcomer are compared. */
    static final int MOST_CANDIDATES = 100;

    /** Of one query; 500 newcomers have some ten thousand. */
    private static final int MOST_KEYS = 50_000;

    static final String CANDIDATES = """
        select newcomer, education_id, family_name, given_name, birth_family_name, birth_given_name,
               mother_family_name, mother_given_name, birth_place, birth_date, sex,
               residence_postcode, residence_settlement, residence_street, taj
          from (select newcomer, education_id,
                       row_number() over (partition by newcomer order by count(*) desc, education_id) as place
                  from unnest(?::int[], ?::bigint[]) as asked (newcomer, key)
                  cross join lateral (select education_id from person_key
                                       where person_key.key = asked.key limit %d) as holder
                 group by newcomer, education_id) candidate
          join person using (education_id)
         where place <= %d""".formatted(MOST_OF_A_KEY, MOST_CANDIDATES);

    /** Among advisory locks: shared by all who hold keys. */
    private static final long EVERYBODY = 0x4b32;

    private final JdbcTemplate jdbc;

    MatchingStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return for each newcomer those who share a key with them; with one query, or a few if they have very many keys */
    List<List<Judge.Known>> candidates(List<long[]> keysOfNewcomers) {
        var found = new ArrayList<List<Judge.Known>>(keysOfNewcomers.size());
        while (found.size() < keysOfNewcomers.size()) {
            int from = found.size();
            int to = from;
            for (int keys = 0; to < keysOfNewcomers.size() && keys < MOST_KEYS; to++) {
                keys += keysOfNewcomers.get(to).length;
            }
            found.addAll(candidatesOfFew(keysOfNewcomers.subList(from, to)));
        }
        return found;
    }

    private List<List<Judge.Known>> candidatesOfFew(List<long[]> keysOfNewcomers) {
        var found = new ArrayList<List<Judge.Known>>();
        var newcomers = new ArrayList<Integer>();
        for (int i = 0; i < keysOfNewcomers.size(); i++) {
            found.add(new ArrayList<>());
            for (int j = 0; j < keysOfNewcomers.get(i).length; j++) {
                newcomers.add(i);
            }
        }
        var keys =
                keysOfNewcomers.stream().flatMapToLong(Arrays::stream).boxed().toArray();
        jdbc.query(
                CANDIDATES,
                row -> {
                    found.get(row.getInt(1)).add(new Judge.Known(row.getLong(2), profile(row)));
                },
                newcomers.toArray(Integer[]::new),
                Arrays.copyOf(keys, keys.length, Long[].class));
        return found;
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return Profile.of(new Description(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15)));
    }

    void insert(long educationId, long[] keys) {
        jdbc.update(
                "insert into person_key select key, ? from unnest(?::bigint[]) key on conflict do nothing",
                educationId,
                boxed(keys));
    }

    void delete(long educationId, long[] keys) {
        jdbc.update("delete from person_key where key = any(?) and education_id = ?", boxed(keys), educationId);
    }

    /** Waits for each in rising order; all are held until the transaction ends, which must call {@link #release}. */
    void hold(long[] keys) {
        jdbc.update("""
                with not_everybody as materialized (select pg_advisory_xact_lock_shared(?))
                insert into registering (key)
                select key from not_everybody cross join unnest(?::bigint[]) key order by key
                on conflict do nothing""", EVERYBODY, boxed(keys));
    }

    /** Waits for all who hold any key; nobody gets one until the transaction ends. */
    void holdEverybody() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, EVERYBODY);
    }

    void release() {
        jdbc.update("delete from registering where held_by = pg_current_xact_id()");
    }

    private static Long[] boxed(long[] keys) {
        return LongStream.of(keys).boxed().toArray(Long[]::new);
    }
}
