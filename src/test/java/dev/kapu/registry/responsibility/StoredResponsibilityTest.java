package dev.kapu.registry.responsibility;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.SiteSerial;
import dev.kapu.registry.TestPeople;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.affiliation.NewAffiliation;
import dev.kapu.registry.amendment.AffiliationChange;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** K5, K7, K8: whatever is reported, who is stored to answer is whom the rules name. */
@HubTest
class StoredResponsibilityTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);
    private static final List<String> SITES = List.of("001", "002");
    private static final int STEPS = 60;

    /** On one meridian, so that the nearer is the one whose latitude differs less. */
    private static final Map<String, Double> LATITUDES = Map.of("Északfalva", 48.0, "Közép", 47.0, "Délfalva", 46.0);

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Double> sites = new HashMap<>();
    private final List<InstitutionCode> institutions = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private TestRegistry registry;
    private EducationId id;
    private LocalDate born;
    private String home = "";

    /** What the model knows of an affiliation that lasts. */
    private record Held(InstitutionCode institution, String site, AffiliationType type, int hours) {}

    @BeforeEach
    void aWorld() {
        registry = new TestRegistry(jdbc);
        LATITUDES.forEach(
                (name, latitude) -> jdbc.sql("insert into place values ('HU', ?, ?, ?, 19) on conflict do nothing")
                        .params("S" + name.length(), name, latitude)
                        .update());
        double latitude = 45.9;
        for (int i = 0; i < 3; i++) {
            var institution = registry.institution();
            institutions.add(institution);
            for (var site : SITES) {
                latitude += 0.31;
                sites.put(institution.text() + site, latitude);
                jdbc.sql("update site set latitude = ?, longitude = 19 where institution_code = ? and serial = ?")
                        .params(latitude, institution.text(), site)
                        .update();
            }
        }
        var person = TestPeople.child();
        born = person.birthDate();
        var registered = registrations.register(person, TestPeople.at(institutions.get(0), AffiliationType.STUDENT));
        id = ((RegistrationOutcome.Registered) registered).educationId();
        held.add(new Held(institutions.get(0), "001", AffiliationType.STUDENT, 25));
        move("Közép");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void after_every_step_the_stored_institution_is_the_one_that_the_rules_name(long seed) {
        var random = new Random(seed);
        var answering = new ArrayList<@Nullable String>();

        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> start(random);
                case 2 -> end(random);
                case 3 -> handOver(random);
                case 4 -> move(List.copyOf(LATITUDES.keySet()).get(random.nextInt(3)));
                default -> change(random);
            }

            assertThat(registry.responsible(id))
                    .as("seed %d, step %d: %s", seed, step, held)
                    .isEqualTo(named());
            answering.add(named());
        }

        assertThat(answering.stream().distinct()).hasSizeGreaterThan(2);
    }

    private void start(Random random) {
        var begin = any(random);
        boolean possible = held.stream()
                .noneMatch(other -> other.type() == begin.type()
                        && (other.institution().equals(begin.institution())
                                || begin.type().isAtOneInstitution()));
        if (possible
                && tried(
                        () -> affiliations.start(id, born, begin(begin, TODAY.minusDays(random.nextInt(2))), OFFICE))) {
            held.add(begin);
        }
    }

    private void end(Random random) {
        if (!held.isEmpty()) {
            var ending = held.get(random.nextInt(held.size()));
            affiliations.end(id, ending.institution(), ending.type(), TODAY, OFFICE);
            held.remove(ending);
        }
    }

    private void handOver(Random random) {
        if (held.isEmpty()) {
            return;
        }
        var from = held.get(random.nextInt(held.size()));
        var drawn = any(random);
        var to = new Held(drawn.institution(), drawn.site(), from.type(), drawn.hours());
        boolean possible = held.stream()
                .noneMatch(other ->
                        other.type() == to.type() && other.institution().equals(to.institution()));
        if (possible
                && tried(() -> affiliations.handOver(
                        id, from.institution(), from.type(), TODAY.minusDays(1), begin(to, TODAY), OFFICE))) {
            held.remove(from);
            held.add(to);
        }
    }

    private void move(String to) {
        amendments.amend(TestAmendment.move(id, new Address("HU", "9999", to, "Fő u. 1.")), OFFICE);
        home = to;
    }

    private void change(Random random) {
        if (held.isEmpty()) {
            return;
        }
        var old = held.get(random.nextInt(held.size()));
        var now = new Held(old.institution(), SITES.get(random.nextInt(2)), old.type(), 10 * (1 + random.nextInt(2)));
        amendments.amend(
                TestAmendment.ofAffiliation(
                        id,
                        new AffiliationChange(
                                old.type(), new SiteSerial(now.site()), BigDecimal.valueOf(now.hours()), null)),
                new Reach(
                        Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION,
                        old.institution().text()));
        held.set(held.indexOf(old), now);
    }

    /** The model: each rule by itself, one after the other. */
    private @Nullable String named() {
        var left = institutions.stream()
                .filter(institution ->
                        held.stream().anyMatch(one -> one.institution().equals(institution)))
                .toList();
        for (var strong : List.of(AffiliationType.COMPULSORY_STUDENT, AffiliationType.MAIN_EMPLOYMENT)) {
            for (var one : held) {
                if (one.type() == strong) {
                    return one.institution().text();
                }
            }
        }
        String best = null;
        int hours = -1;
        double distance = Double.MAX_VALUE;
        for (var institution : left) {
            int sum = 0;
            double near = Double.MAX_VALUE;
            for (var one : held) {
                if (one.institution().equals(institution)) {
                    sum += one.hours();
                    double site = sites.getOrDefault(institution.text() + one.site(), Double.NaN);
                    near = Math.min(near, Math.abs(site - LATITUDES.getOrDefault(home, Double.NaN)));
                }
            }
            if (sum > hours || (sum == hours && near < distance)) {
                best = institution.text();
                hours = sum;
                distance = near;
            }
        }
        return best;
    }

    private Held any(Random random) {
        var types = List.of(
                AffiliationType.COMPULSORY_STUDENT,
                AffiliationType.STUDENT,
                AffiliationType.STUDENT,
                AffiliationType.DORMITORY,
                AffiliationType.HOURLY_PAID,
                AffiliationType.SECONDARY_EMPLOYMENT,
                AffiliationType.MAIN_EMPLOYMENT);
        return new Held(
                institutions.get(random.nextInt(institutions.size())),
                SITES.get(random.nextInt(SITES.size())),
                types.get(random.nextInt(types.size())),
                10 * (1 + random.nextInt(2)));
    }

    private static NewAffiliation begin(Held from, LocalDate day) {
        return new NewAffiliation(
                from.institution(),
                new SiteSerial(from.site()),
                from.type(),
                day,
                BigDecimal.valueOf(from.hours()),
                null,
                null);
    }

    /** What is refused must change nothing, too: an earlier one ended only today, or a week is too short. */
    private static boolean tried(Runnable step) {
        try {
            step.run();
            return true;
        } catch (FaultException refused) {
            return false;
        }
    }
}
