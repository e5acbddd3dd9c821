package dev.kapu.registry.person;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's columns, in the order in which queries select them. */
final class PersonRowStore {
    static final String COLUMNS = """
        education_id, family_name, given_name, birth_family_name, birth_given_name,
        mother_family_name, mother_given_name, birth_place, birth_date, sex, citizenship,
        residence_country, residence_postcode, residence_settlement, residence_street,
        stay_country, stay_postcode, stay_settlement, stay_street, taj, qualification""";

    private PersonRowStore() {}

    static Person person(ResultSet row) throws SQLException {
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
                row.getString(20),
                row.getString(21));
    }

    private static @Nullable Address address(ResultSet row, int first) throws SQLException {
        var country = row.getString(first);
        return country == null
                ? null
                : new Address(country, row.getString(first + 1), row.getString(first + 2), row.getString(first + 3));
    }
}
