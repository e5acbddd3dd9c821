package dev.kapu.registry.registration;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Many rows by one statement: arrays cost the server little more than COPY, and a taken ID is no error. */
@Component
class RegistrationStore {
    private final JdbcTemplate jdbc;

    RegistrationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody new under an ID that may be taken. */
    record Newcomer(EducationId id, Registrations.Entry entry) {
        NewPerson person() {
            return entry.person();
        }

        @Nullable
        NewAffiliation affiliation() {
            return entry.affiliation();
        }
    }

    /** @return the IDs that were free, also of retired ones, and are theirs now; all IDs must differ */
    Set<EducationId> insertPersons(List<Newcomer> newcomers) {
        return new HashSet<>(jdbc.query(
                """
                insert into person (education_id, family_name, given_name, birth_family_name, birth_given_name,
                                    mother_family_name, mother_given_name, birth_place, birth_date, sex, citizenship,
                                    residence_country, residence_postcode, residence_settlement, residence_street,
                                    stay_country, stay_postcode, stay_settlement, stay_street, taj,
                                    responsible_institution)
                select *
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as newcomer (id)
                 where not exists (select from retired_id where education_id = newcomer.id)
                on conflict do nothing
                returning education_id""",
                statement -> new Columns(statement)
                        .add("bigint", newcomers, newcomer -> newcomer.id().number())
                        .addName(newcomers, NewPerson::name)
                        .addName(newcomers, NewPerson::birthName)
                        .addName(newcomers, NewPerson::motherName)
                        .add("text", newcomers, newcomer -> newcomer.person().birthPlace())
                        .add("date", newcomers, newcomer -> newcomer.person().birthDate())
                        .add(
                                "text",
                                newcomers,
                                newcomer -> newcomer.person().sex().word())
                        .add("text", newcomers, newcomer -> newcomer.person().citizenship())
                        .addAddress(newcomers, NewPerson::residence)
                        .addAddress(newcomers, NewPerson::stay)
                        .add("text", newcomers, newcomer -> newcomer.person().taj())
                        .add("text", newcomers, RegistrationStore::responsible),
                (row, number) -> new EducationId(row.getLong(1))));
    }

    private static @Nullable String responsible(Newcomer newcomer) {
        var affiliation = newcomer.affiliation();
        return affiliation == null ? null : affiliation.institution().text();
    }

    void insertAffiliations(List<Newcomer> newcomers) {
        var begun = newcomers.stream()
                .filter(newcomer -> newcomer.affiliation() != null)
                .toList();
        jdbc.update(
                """
                insert into affiliation (education_id, institution_code, site_serial, type, start_date, weekly_hours,
                                         grade, post)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::numeric[], ?::text[],
                                     ?::text[])""",
                statement -> new Columns(statement)
                        .add("bigint", begun, newcomer -> newcomer.id().number())
                        .addOf(
                                "text",
                                begun,
                                affiliation -> affiliation.institution().text())
                        .addOf("text", begun, affiliation -> affiliation.site().text())
                        .addOf("text", begun, affiliation -> affiliation.type().word())
                        .addOf("date", begun, NewAffiliation::startDate)
                        .addOf("numeric", begun, NewAffiliation::weeklyHours)
                        .addOf("text", begun, NewAffiliation::grade)
                        .addOf("text", begun, NewAffiliation::post));
    }

    /** The parameters of a statement, one array for each column. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final Connection connection;
        private int next = 1;

        private Columns(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
        }

        private Columns add(String type, List<Newcomer> newcomers, Function<Newcomer, @Nullable Object> column)
                throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(
                            type, newcomers.stream().map(column).toArray()));
            return this;
        }

        /** @param begun all of them have an affiliation */
        private Columns addOf(String type, List<Newcomer> begun, Function<NewAffiliation, @Nullable Object> column)
                throws SQLException {
            return add(type, begun, newcomer -> column.apply(Objects.requireNonNull(newcomer.affiliation())));
        }

        private Columns addName(List<Newcomer> newcomers, Function<NewPerson, PersonName> name) throws SQLException {
            return add(
                            "text",
                            newcomers,
                            newcomer -> name.apply(newcomer.person()).family())
                    .add(
                            "text",
                            newcomers,
                            newcomer -> name.apply(newcomer.person()).given());
        }

        private Columns addAddress(List<Newcomer> newcomers, Function<NewPerson, @Nullable Address> address)
                throws SQLException {
            return addPart(newcomers, address, Address::country)
                    .addPart(newcomers, address, Address::postcode)
                    .addPart(newcomers, address, Address::settlement)
                    .addPart(newcomers, address, Address::street);
        }

        private Columns addPart(
                List<Newcomer> newcomers,
                Function<NewPerson, @Nullable Address> address,
                Function<Address, String> part)
                throws SQLException {
            return add("text", newcomers, newcomer -> {
                var held = address.apply(newcomer.person());
                return held == null ? null : part.apply(held);
            });
        }
    }
}
