package dev.kapu.registry;

import dev.kapu.scope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class PersonStore {
    private static final String COLUMNS = """
        education_id, family_name, given_name, birth_family_name, birth_given_name,
        mother_family_name, mother_given_name, birth_place, birth_date, sex, citizenship,
        residence_country, residence_postcode, residence_settlement, residence_street,
        stay_country, stay_postcode, stay_settlement, stay_street, taj""";

    private static final ScopedQueryStore<Locked> LOCK =
            new ScopedQueryStore<>("?", """
        select responsible_institution from person where education_id = %s for no key update"""::formatted, (row, number) -> new Locked(row.getString(1)));

    private final JdbcTemplate jdbc;
    private final SharedPersonStore persons;

    PersonStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.persons = new SharedPersonStore(jdbc, COLUMNS, (row, number) -> person(row));
    }

    /** A person's row, locked until the transaction ends. */
    record Locked(@Nullable String responsible) {}

    Optional<Person> find(EducationId id, Reach reach, LocalDate day) {
        return persons.find(id, reach, day);
    }

    /** Waits for other changes of the person; what is read afterwards holds until the transaction ends. */
    Optional<Locked> lock(EducationId id, Reach reach, LocalDate day) {
        return LOCK.find(jdbc, id.number(), reach, day).stream().findFirst();
    }

    void setResponsible(EducationId id, @Nullable InstitutionCode institution) {
        var code = institution == null ? null : institution.text();
        jdbc.update("update person set responsible_institution = ? where education_id = ?", code, id.number());
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new EducationId(row.getLong(1)),
                new PersonName(row.getString(2), row.getString(3)),
                new PersonName(row.getString(4), row.getString(5)),
                new PersonName(row.getString(6), row.getString(7)),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                Sex.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
                row.getString(11),
                address(row, 12),
                address(row, 16),
                row.getString(20));
    }

    private static @Nullable Address address(ResultSet row, int first) throws SQLException {
        var country = row.getString(first);
        return country == null
                ? null
                : new Address(country, row.getString(first + 1), row.getString(first + 2), row.getString(first + 3));
    }
}
