package dev.kapu.registry.person;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.reach.ScopedQueryStore;
import dev.kapu.scope.Reach;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
public class PersonStore {
    private static final ValueRange YEARS = ValueRange.of(1, 9999);
    private static final ScopedQueryStore<Locked> LOCK =
            new ScopedQueryStore<>("?", """
        select responsible_institution from person where education_id = %s for no key update
        """::formatted, (row, number) -> new Locked(row.getString(1)));

    private static final ScopedQueryStore<Person> WITHIN = new ScopedQueryStore<>(
            "?",
            ("select " + PersonRowStore.COLUMNS + " from person where education_id = %s")::formatted,
            (row, number) -> PersonRowStore.person(row));

    private static final ScopedQueryStore<Person> ALL_WITHIN = new ScopedQueryStore<>(
            "asked.id",
            ("select " + PersonRowStore.COLUMNS
                    + " from unnest(?::bigint[]) as asked (id) join person on education_id = %s")::formatted,
            (row, number) -> PersonRowStore.person(row));

    private final JdbcTemplate jdbc;
    private final SharedPersonStore persons;

    PersonStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.persons = new SharedPersonStore(jdbc, PersonRowStore.COLUMNS, (row, number) -> PersonRowStore.person(row));
    }

    /** A person's row, locked until the transaction ends. */
    public record Locked(@Nullable String responsible) {}

    /**
     * Not within a transaction: another's connection may ask.
     *
     * @throws IllegalStateException within one; there {@link #findWithin} is meant
     */
    public Optional<Person> find(EducationId id, Reach reach, LocalDate day) {
        return persons.find(id, reach, day);
    }

    /** As {@link #find}, as the caller's transaction sees the person; nothing is locked. */
    public Optional<Person> findWithin(EducationId id, Reach reach, LocalDate day) {
        return WITHIN.find(jdbc, id.number(), reach, day).stream().findFirst();
    }

    /** As {@link #findWithin(EducationId, Reach, LocalDate)} for many, with one query. */
    public Map<EducationId, Person> findWithin(Collection<EducationId> ids, Reach reach, LocalDate day) {
        var numbers = ids.stream().map(EducationId::number).distinct().toArray(Long[]::new);
        return ALL_WITHIN.find(jdbc, numbers, reach, day).stream()
                .collect(Collectors.toMap(Person::educationId, Function.identity()));
    }

    /** Waits for other changes of the person; what is read afterwards holds until the transaction ends. */
    public Optional<Locked> lock(EducationId id, Reach reach, LocalDate day) {
        return LOCK.find(jdbc, id.number(), reach, day).stream().findFirst();
    }

    /** Whether there is such a person, born on the day. */
    public boolean isBorn(EducationId id, LocalDate day) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from person where education_id = ? and birth_date = ?)",
                Boolean.class,
                id.number(),
                day));
    }

    /** What is claimed of when somebody was born. */
    public record Birth(EducationId id, LocalDate day) {
        /** Hazard: must not show anything, or it would reach a log line. */
        @Override
        public String toString() {
            return "Birth";
        }
    }

    /**
     * As {@link #isBorn} for many, with one query: those that are so. Nobody is born in a year that is not of four digits, and
     * the driver writes no other into an array.
     */
    public Set<Birth> born(Collection<Birth> all) {
        var claimed = all.stream()
                .filter(one -> YEARS.isValidIntValue(one.day().getYear()))
                .toList();
        return Set.copyOf(jdbc.query(
                """
                select distinct asked.id, asked.day from unnest(?::bigint[], ?::date[]) as asked (id, day)
                  join person on education_id = asked.id and birth_date = asked.day""",
                statement -> {
                    var connection = statement.getConnection();
                    statement.setArray(
                            1,
                            connection.createArrayOf(
                                    "bigint",
                                    claimed.stream()
                                            .map(one -> one.id().number())
                                            .toArray()));
                    statement.setArray(
                            2,
                            connection.createArrayOf(
                                    "date", claimed.stream().map(Birth::day).toArray()));
                },
                (row, number) -> new Birth(new EducationId(row.getLong(1)), row.getObject(2, LocalDate.class))));
    }

    /** Within the transaction, by ID alone: for who has been let through to the persons. Unknown ones are left out. */
    public List<Person> held(List<EducationId> ids) {
        return jdbc.query(
                "select " + PersonRowStore.COLUMNS + " from person where education_id = any (?) order by education_id",
                (row, number) -> PersonRowStore.person(row),
                (Object) EducationId.numbers(ids));
    }

    /** In the order of their IDs; nobody changes them until the transaction ends. */
    public List<Person> after(long id, int limit) {
        return jdbc.query(
                "select " + PersonRowStore.COLUMNS
                        + " from person where education_id > ? order by education_id limit ? for share",
                (row, number) -> PersonRowStore.person(row),
                id,
                limit);
    }

    /** As {@link #lock}, always in the same order, so that no two wait for each other. */
    public void lockAll(List<EducationId> ids) {
        lockAll(ids, "for no key update");
    }

    /** As {@link #lockAll}, against new references as well: for who deletes one of them. */
    public void lockAllWhole(List<EducationId> ids) {
        lockAll(ids, "for update");
    }

    private void lockAll(List<EducationId> ids, String strength) {
        jdbc.query(
                "select 1 from person where education_id = any (?) order by education_id " + strength,
                (row, number) -> number,
                (Object) EducationId.numbers(ids));
    }

    public void setResponsible(EducationId id, @Nullable InstitutionCode institution) {
        var code = institution == null ? null : institution.text();
        jdbc.update("update person set responsible_institution = ? where education_id = ?", code, id.number());
    }
}
