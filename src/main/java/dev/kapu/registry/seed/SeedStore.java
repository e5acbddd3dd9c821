package dev.kapu.registry.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class SeedStore {
    private static final String INSTITUTION =
            "institution (code, name, kind, postcode, settlement, street, latitude, longitude, active, valid_from)";
    private static final String SITE =
            "site (institution_code, serial, name, postcode, settlement, street, latitude, longitude, active)";
    private static final String PERSON = """
        person (education_id, family_name, given_name, birth_family_name, birth_given_name,
                mother_family_name, mother_given_name, birth_place, birth_date, sex, citizenship,
                residence_country, residence_postcode, residence_settlement, residence_street,
                stay_country, stay_postcode, stay_settlement, stay_street, taj, responsible_institution)""";
    private static final String KEY = "person_key (key, education_id)";
    private static final String AFFILIATION = """
        affiliation (education_id, institution_code, site_serial, type, start_date, end_date, weekly_hours, grade,
                     post, reported_at, end_reported_at)""";

    private final JdbcTemplate jdbc;

    SeedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How large a synthetic registry is. */
    record Size(int persons, int institutions) {}

    Optional<Size> loaded() {
        return jdbc
                .query(
                        "select persons, institutions from seed",
                        (row, number) -> new Size(row.getInt(1), row.getInt(2)))
                .stream()
                .findFirst();
    }

    boolean registryIsEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select not exists (select from institution) and not exists (select from person)", Boolean.class));
    }

    /** Places of a list that is there already stay as they are. */
    void addPlaces(List<Settlement> settlements) {
        jdbc.batchUpdate(
                """
                insert into place (country, postcode, settlement, latitude, longitude) values ('HU', ?, ?, ?, ?)
                    on conflict do nothing""",
                settlements.stream()
                        .map(settlement -> new Object[] {
                            settlement.postcode(),
                            settlement.name(),
                            settlement.coordinates().latitude(),
                            settlement.coordinates().longitude()
                        })
                        .toList());
    }

    void copy(Schools schools) {
        var institutions = new CopyRows();
        var sites = new CopyRows();
        for (var school : schools.all()) {
            var held = school.institution();
            institutions
                    .add(held.code().text())
                    .add(held.name())
                    .add(held.kind().name().toLowerCase(Locale.ROOT))
                    .add(held.address().postcode())
                    .add(held.address().settlement())
                    .add(held.address().street())
                    .add(school.settlement().coordinates().latitude())
                    .add(school.settlement().coordinates().longitude())
                    .add(held.active())
                    .add(held.validFrom())
                    .end();
            for (var site : school.sites()) {
                sites.add(site.institution().text())
                        .add(site.serial().text())
                        .add(site.name())
                        .add(site.address().postcode())
                        .add(site.address().settlement())
                        .add(site.address().street())
                        .add(Objects.requireNonNull(site.coordinates()).latitude())
                        .add(Objects.requireNonNull(site.coordinates()).longitude())
                        .add(site.active())
                        .end();
            }
        }
        copy(INSTITUTION, institutions);
        copy(SITE, sites);
    }

    void copy(Batch batch) {
        copy(PERSON, batch.persons());
        copy(KEY, batch.keys());
        copy(AFFILIATION, batch.affiliations());
    }

    void mark(Size size) {
        jdbc.update("insert into seed (persons, institutions) values (?, ?)", size.persons(), size.institutions());
    }

    private void copy(String table, CopyRows rows) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin", rows.stream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
