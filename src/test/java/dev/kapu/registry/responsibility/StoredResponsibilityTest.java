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
import dev.kapu.registry.amendment.AffiliationChange;
import dev.kapu.registry.amendment.Amendments;
import dev.kapu.registry.amendment.TestAmendment;
import dev.kapu.registry.movement.Affiliations;
import dev.kapu.registry.movement.Cancellations;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.Review.Decision.Merge;
import dev.kapu.registry.registration.Reviews;
import dev.kapu.registry.responsibility.Claims.Held;
import dev.kapu.registry.staff.StaffAffiliations;
import dev.kapu.registry.staff.StaffSpan;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** K5, K7, K8: whatever is reported, who is stored to answer is whom the rules name. */
@HubTest
class StoredResponsibilityTest {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);
    private static final int STEPS = 100;

    /** On one meridian, so that the nearer is the one whose latitude differs less. */
    private static final Map<String, Double> LATITUDES = Map.of("Északfalva", 48.0, "Közép", 47.0, "Délfalva", 46.0);

    private static final List<String> PLACES =
            LATITUDES.keySet().stream().sorted().toList();
    private static final List<AffiliationType> EMPLOYMENTS =
            List.of(AffiliationType.HOURLY_PAID, AffiliationType.SECONDARY_EMPLOYMENT, AffiliationType.MAIN_EMPLOYMENT);

    @Autowired
    private Affiliations affiliations;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private StaffAffiliations staff;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final Claims claims = new Claims(new ArrayList<>(), new HashMap<>());
    private final List<Held> held = new ArrayList<>();

    /** What the personnel module has said and the registry has followed. */
    private final List<StaffSpan> said = new ArrayList<>();

    private final Set<String> happened = new HashSet<>();
    private TestRegistry registry;
    private EducationId id;
    private LocalDate born;
    private String home = "";

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
            claims.institutions().add(institution);
            for (var site : Claims.SITES) {
                latitude += 0.31;
                claims.sites().put(institution.text() + site, latitude);
                jdbc.sql("update site set latitude = ?, longitude = 19 where institution_code = ? and serial = ?")
                        .params(latitude, institution.text(), site)
                        .update();
            }
        }
        var first = new Held(claims.institutions().get(0), "001", AffiliationType.STUDENT, 25, true);
        var person = TestPeople.child();
        born = person.birthDate();
        var registered = registrations.register(person, first.from(TODAY.minusDays(1)));
        id = ((RegistrationOutcome.Registered) registered).educationId();
        held.add(first);
        move(id, "Közép");
        home = "Közép";
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void after_every_step_the_stored_institution_is_the_one_that_the_rules_name(long seed) {
        var random = new Random(seed);
        var answering = new ArrayList<@Nullable String>();

        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(13)) {
                case 0, 1, 2 -> start(random);
                case 3, 4, 5 -> end(random);
                case 6 -> handOver(random);
                case 7 -> move(random);
                case 8 -> cancel();
                case 9 -> merge(random);
                case 10, 11 -> follow(random);
                default -> change(random);
            }

            var named = claims.answering(held, LATITUDES.getOrDefault(home, Double.NaN));
            assertThat(registry.responsible(id))
                    .as("seed %d, step %d: %s", seed, step, held)
                    .isEqualTo(named);
            answering.add(named);
        }

        assertThat(answering.stream().distinct()).hasSizeGreaterThan(2);
        assertThat(happened).containsExactlyInAnyOrder("cancelled", "taken in", "taken into another", "followed");
    }

    private void start(Random random) {
        boolean announced = random.nextInt(3) == 0;
        var begin = claims.any(random, !announced);
        var day = announced ? TODAY.plusDays(10) : TODAY.minusDays(random.nextInt(2));
        if (held.stream().allMatch(begin::isBeside)
                && tried(() -> affiliations.start(id, born, begin.from(day), OFFICE))) {
            held.add(begin);
        }
    }

    private void end(Random random) {
        begun(random).ifPresent(ending -> {
            affiliations.end(id, ending.institution(), ending.type(), TODAY, OFFICE);
            held.remove(ending);
        });
    }

    private void handOver(Random random) {
        begun(random).ifPresent(from -> {
            var drawn = claims.any(random, true);
            var to = new Held(drawn.institution(), drawn.site(), from.type(), drawn.hours(), true);
            if (held.stream().filter(other -> !other.equals(from)).allMatch(to::isBeside)
                    && !to.institution().equals(from.institution())
                    && tried(() -> affiliations.handOver(
                            id, from.institution(), from.type(), TODAY.minusDays(1), to.from(TODAY), OFFICE))) {
                held.remove(from);
                held.add(to);
            }
        });
    }

    private void cancel() {
        held.stream().filter(one -> !one.begun()).findFirst().ifPresent(announced -> {
            cancellations.cancel(id, announced.institution(), announced.type(), OFFICE);
            held.remove(announced);
            happened.add("cancelled");
        });
    }

    /** Somebody who is registered besides turns out to be the same; either ID may be the one that stays. */
    private void merge(Random random) {
        var person = TestPeople.child();
        var registered = registrations.register(person, claims.any(random, true).from(TODAY.minusDays(1)));
        var other = ((RegistrationOutcome.Registered) registered).educationId();
        var place = PLACES.get(random.nextInt(PLACES.size()));
        move(other, place);
        boolean stays = random.nextBoolean();
        var one = id;
        var review = reviews.suspect(claims.institutions().get(0), one, other);
        if (tried(() -> reviews.decide(review, stays ? new Merge(one, other) : new Merge(other, one)))) {
            id = stays ? one : other;
            born = stays ? born : person.birthDate();
            home = stays ? home : place;
            readAgain();
            happened.add(stays ? "taken in" : "taken into another");
        }
    }

    /** The personnel module reports an employment, that one never was or has ended, or other hours of it (E4). */
    private void follow(Random random) {
        var now = new ArrayList<>(said);
        int which = said.isEmpty() ? 0 : random.nextInt(said.size());
        switch (said.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> now.add(employment(random));
            case 1 -> now.remove(which);
            case 2 ->
                now.set(which, with(said.get(which), TODAY, said.get(which).weeklyHours()));
            default -> now.set(which, with(said.get(which), said.get(which).end(), Claims.hours(random)));
        }
        boolean each = now.stream().map(StaffSpan::key).distinct().count() == now.size();
        if (each
                && tried(() -> transaction.executeWithoutResult(
                        status -> staff.follow(staff.lock(id).orElseThrow(), List.copyOf(said), now)))) {
            said.clear();
            said.addAll(now);
            readAgain();
            happened.add("followed");
        }
    }

    private void move(Random random) {
        home = PLACES.get(random.nextInt(PLACES.size()));
        move(id, home);
    }

    private void move(EducationId who, String to) {
        amendments.amend(TestAmendment.move(who, new Address("HU", "9999", to, "Fő u. 1.")), OFFICE);
    }

    private void change(Random random) {
        begun(random).ifPresent(old -> {
            var hours = Claims.hours(random);
            var site = Claims.SITES.get(random.nextInt(2));
            var change = new AffiliationChange(old.type(), new SiteSerial(site), hours, null);
            if (tried(() -> amendments.amend(TestAmendment.ofAffiliation(id, change), of(old.institution())))) {
                held.set(held.indexOf(old), new Held(old.institution(), site, old.type(), hours.intValue(), true));
            }
        });
    }

    private static Reach of(InstitutionCode institution) {
        return new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, institution.text());
    }

    private Optional<Held> begun(Random random) {
        var begun = held.stream().filter(Held::begun).toList();
        return begun.isEmpty() ? Optional.empty() : Optional.of(begun.get(random.nextInt(begun.size())));
    }

    /** What becomes of spans that meet is not what is looked at here. */
    private void readAgain() {
        held.clear();
        affiliations.of(id, OFFICE).stream()
                .filter(one -> one.endDate() == null)
                .map(Held::of)
                .forEach(held::add);
    }

    private StaffSpan employment(Random random) {
        var drawn = claims.any(random, true);
        var type = EMPLOYMENTS.get(random.nextInt(EMPLOYMENTS.size()));
        var start = TODAY.minusDays(2 + random.nextInt(9));
        return new StaffSpan(
                drawn.institution(), type, start, null, new SiteSerial(drawn.site()), Claims.hours(random), null);
    }

    private static StaffSpan with(StaffSpan old, @Nullable LocalDate end, BigDecimal hours) {
        return new StaffSpan(old.institution(), old.type(), old.start(), end, old.site(), hours, old.post());
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
