import dev.kapu.Kapu;
import dev.kapu.registry.Address;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.Sex;
import dev.kapu.registry.SiteSerial;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of bench/registration that runs within the hub: DATA PERSONS NEWCOMERS. */
class Registration {
    private static final LocalDate YEAR = LocalDate.of(2019, 9, 1);
    private static final List<String> TABLES = List.of("person", "affiliation");
    private final Random random = new Random(20260901);
    private final TreeMap<Double, String> families = frequencies("hu-family");
    private final TreeMap<Double, String> girls = frequencies("hu-female");
    private final TreeMap<Double, String> boys = frequencies("hu-male");
    private final TreeMap<Double, String> settlements = frequencies("hu-settlements");

    public static void main(String[] args) throws Exception {
        var application = new SpringApplication(Kapu.class);
        application.setDefaultProperties(java.util.Map.of("logging.level.root", "warn"));
        try (var hub = application.run(
                "--kapu.data=" + args[0],
                "--kapu.seed.persons=" + args[1],
                "--kapu.demo.enabled=false",
                "--kapu.http.port=0",
                "--kapu.https.port=0",
                "--kapu.database.port=0",
                "--kapu.broker.port=0")) {
            var owner = hub.getBean("ownerDataSource", DataSource.class);
            new Registration()
                    .measure(hub.getBean(Registrations.class), owner, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        }
    }

    private void measure(Registrations registrations, DataSource owner, int persons, int count) throws Exception {
        var schools = JdbcClient.create(owner)
                .sql("select institution_code || serial from kapu.site join kapu.institution on code = institution_code"
                        + " where kind = 'primary' and site.active and institution.active")
                .query(String.class)
                .list();
        var newcomers = newcomers(count, schools);
        registrations.registerAll(newcomers(2_000, schools));

        long start = System.nanoTime();
        var outcomes = registrations.registerAll(newcomers);
        double registering = (System.nanoTime() - start) / 1e9;
        var ids = outcomes.stream()
                .filter(Registered.class::isInstance)
                .map(outcome -> ((Registered) outcome).educationId().number())
                .toArray(Long[]::new);
        double copying = copyAgain(owner, ids);

        System.out.printf("bench: %d persons held, %d reported: %d registered, %d in review or refused, in %.1f s%n",
                persons, count, ids.length, count - ids.length, registering);
        System.out.printf("bench: COPY of the same %d rows and their affiliations in %.1f s%n", ids.length, copying);
        System.out.printf("bench: ratio %.2f (registered %.0f/s, copied %.0f/s)%n",
                count / registering / (ids.length / copying), count / registering, ids.length / copying);
    }

    /** Takes the rows out of the registry and loads them again. */
    private static double copyAgain(DataSource owner, Long[] ids) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set search_path = kapu");
                statement.execute("create temp table taken (education_id bigint primary key)");
            }
            try (var insert = connection.prepareStatement("insert into taken select unnest(?::bigint[])")) {
                insert.setArray(1, connection.createArrayOf("bigint", ids));
                insert.execute();
            }
            var rows = new ArrayList<byte[]>();
            for (var table : TABLES) {
                var out = new ByteArrayOutputStream();
                copy(connection).copyOut("copy (select t.* from " + table + " t join taken using (education_id)) to stdout", out);
                rows.add(out.toByteArray());
            }
            try (var statement = connection.createStatement()) {
                statement.execute("delete from affiliation using taken where affiliation.education_id = taken.education_id");
                statement.execute("delete from person using taken where person.education_id = taken.education_id");
                connection.commit();
            }
            long start = System.nanoTime();
            for (int i = 0; i < TABLES.size(); i++) {
                copy(connection).copyIn("copy " + TABLES.get(i) + " from stdin", new ByteArrayInputStream(rows.get(i)));
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static org.postgresql.copy.CopyManager copy(Connection connection) throws Exception {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private List<Registrations.Entry> newcomers(int count, List<String> schools) {
        var list = new ArrayList<Registrations.Entry>(count);
        for (int i = 0; i < count; i++) {
            boolean girl = random.nextBoolean();
            var name = new PersonName(draw(families), draw(girl ? girls : boys));
            var place = draw(settlements);
            var school = schools.get(random.nextInt(schools.size()));
            list.add(new Registrations.Entry(
                    new NewPerson(name, name, new PersonName(draw(families), draw(girls)), place,
                            YEAR.plusDays(random.nextInt(365)), girl ? Sex.FEMALE : Sex.MALE, "HU",
                            new Address("HU", "%04d".formatted(1000 + random.nextInt(9000)), place,
                                    draw(families) + " utca " + (1 + random.nextInt(120)) + "."),
                            null, null),
                    new NewAffiliation(new InstitutionCode(school.substring(0, 6)), new SiteSerial(school.substring(6)),
                            AffiliationType.COMPULSORY_STUDENT, LocalDate.of(2026, 9, 1), BigDecimal.valueOf(25), "1", null)));
        }
        return list;
    }

    private String draw(TreeMap<Double, String> frequencies) {
        return frequencies.higherEntry(random.nextDouble() * frequencies.lastKey() * 0.999999).getValue();
    }

    private static TreeMap<Double, String> frequencies(String file) {
        var all = new TreeMap<Double, String>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Kapu.class.getResourceAsStream("/names/" + file + ".csv"), StandardCharsets.UTF_8))) {
            double sum = 0;
            for (var row : reader.lines().skip(1).map(line -> line.split(",")).toList()) {
                sum += Double.parseDouble(row[1]);
                all.put(sum, row[0]);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }
}
