package dev.kapu.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class PlainDoublesStore {
    record Held(EducationId id, NewPerson data) {}

    private final JdbcTemplate jdbc;

    PlainDoublesStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param days sorted, so that no two wait for each other */
    void lock(List<LocalDate> days) {
        for (var day : days) {
            jdbc.queryForList("select pg_advisory_xact_lock(13, ?)", (int) day.toEpochDay());
        }
    }

    Map<LocalDate, List<Held>> bornOn(List<LocalDate> days) {
        return jdbc
                .query(
                        "select " + PersonRows.COLUMNS + " from person where birth_date = any (?::date[])",
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("date", days.toArray())),
                        (row, number) -> PersonRows.person(row))
                .stream()
                .map(person -> new Held(person.educationId(), NewPerson.of(person)))
                .collect(Collectors.groupingBy(held -> held.data().birthDate()));
    }
}
