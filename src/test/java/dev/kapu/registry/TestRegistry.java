package dev.kapu.registry;

import dev.kapu.registry.affiliation.AffiliationType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons and institutions of a test's own in the shared database. */
public final class TestRegistry {
    /** Whose calendar the hub under test goes by: the country's, unless midnight is too near there. */
    public static final ZoneId ZONE = TestDays.zoneFarFromMidnight();

    @SuppressWarnings("TimeInStaticInitializer")
    public static final LocalDate TODAY = LocalDate.now(ZONE);

    public static final LocalDate START = TODAY.minusYears(2);

    /** As they are unless configured. */
    public static final RegistryProperties PROPERTIES =
            new RegistryProperties(Period.ofYears(5), 15, 30, null, 92, 5, 14, 80, 100, null);

    /** When every {@link #person()} was born. */
    public static final LocalDate BORN = LocalDate.of(2010, 5, 1);

    private static final AtomicLong SERIAL = new AtomicLong(900_000_000);
    private static final AtomicInteger CODE = new AtomicInteger(990_000);

    private final JdbcClient jdbc;

    public TestRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A valid ID that no other test gets and nobody has. */
    public static EducationId freeId() {
        while (true) {
            var id = EducationId.ofSerial(SERIAL.getAndIncrement());
            if (id.isPresent()) {
                return id.get();
            }
        }
    }

    /** A code that no other test gets and no institution has. */
    public static String freeCode() {
        return "%06d".formatted(CODE.getAndIncrement());
    }

    /** With site 001 in Győr, 002 in Szeged and 003, closed, in Pécs. */
    public InstitutionCode institution() {
        return institution("primary");
    }

    /** @param kind its word, e.g. {@code dormitory} */
    public InstitutionCode institution(String kind) {
        var code = freeCode();
        jdbc.sql("insert into institution values (?, 'Próba Iskola', ?, '9021', 'Győr', 'Fő u. 1.', null, null,"
                        + " true, date '2020-09-01')")
                .params(code, kind)
                .update();
        site(code, "001", "9021", "Győr", true);
        site(code, "002", "6720", "Szeged", true);
        site(code, "003", "7621", "Pécs", false);
        return new InstitutionCode(code);
    }

    private void site(String code, String serial, String postcode, String settlement, boolean active) {
        jdbc.sql("insert into site (institution_code, serial, name, postcode, settlement, street, active)"
                        + " values (?, ?, 'Telephely', ?, ?, 'Kis u. 2.', ?)")
                .params(code, serial, postcode, settlement, active)
                .update();
    }

    /** Nagy Lászlóné Kovács Anna, born in Győr on 1 May 2010; unattached. */
    public EducationId person() {
        return insert(freeId());
    }

    public EducationId insert(EducationId id) {
        jdbc.sql("""
                insert into person values (?, 'Nagy Lászlóné Kovács', 'Anna', 'Kovács', 'Anna', 'Tóth', 'Éva', 'Győr',
                    date '2010-05-01', 'female', 'HU', 'HU', '9021', 'Győr', 'Duna u. 3.', null, null, null, null,
                    '111111110', null, now())""").param(id.number()).update();
        return id;
    }

    public EducationId personAt(InstitutionCode institution, AffiliationType type) {
        var id = person();
        affiliate(id, institution, type, START, null, 20);
        jdbc.sql("update person set responsible_institution = ? where education_id = ?")
                .params(institution.text(), id.number())
                .update();
        return id;
    }

    public void affiliate(
            EducationId id,
            InstitutionCode institution,
            AffiliationType type,
            LocalDate start,
            @Nullable LocalDate end,
            int hours) {
        jdbc.sql("""
                insert into affiliation (education_id, institution_code, site_serial, type, start_date, end_date,
                                         weekly_hours, grade)
                values (?, ?, '001', ?, ?, ?, ?, '7')""")
                .params(id.number(), institution.text(), type.word(), start)
                .param(end)
                .param(BigDecimal.valueOf(hours))
                .update();
    }

    /** As the Office's decision does; nobody is told. */
    public void merge(EducationId retired, EducationId survivor) {
        jdbc.sql("select merge_person(?, ?)")
                .params(retired.number(), survivor.number())
                .query(row -> {});
    }

    public @Nullable String responsible(EducationId id) {
        return jdbc.sql("select responsible_institution from person where education_id = ?")
                .param(id.number())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
