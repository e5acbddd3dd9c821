package dev.kapu.registry.seed;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.Sex;
import dev.kapu.registry.person.Person;
import dev.kapu.registry.person.Taj;
import dev.kapu.registry.responsibility.Responsibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All persons, one after the other. IDs and social security numbers come from permutations: unique without a memory. */
final class Population {
    private static final long SERIAL_STEP = 618_033_989;
    private static final int TAJ_SPACE = 100_000_000;
    private static final long TAJ_STEP = 61_803_399;
    private static final Map<String, String> FOREIGN = Map.of(
            "RO",
            "Kolozsvár",
            "UA",
            "Beregszász",
            "SK",
            "Dunaszerdahely",
            "RS",
            "Szabadka",
            "DE",
            "München",
            "TR",
            "Isztambul");
    private static final List<String> COUNTRIES = List.of("RO", "UA", "SK", "RS", "DE", "TR");

    private final Names names = new Names();
    private final Schools schools;
    private final Frequencies<Settlement> settlements;
    private final Pupils pupils;
    private final Staff staff;
    private long index;

    Population(Schools schools, Frequencies<Settlement> settlements) {
        this.schools = schools;
        this.settlements = settlements;
        this.pupils = new Pupils(schools, settlements);
        this.staff = new Staff(schools, settlements);
    }

    Registrant next() {
        Optional<EducationId> id;
        do {
            id = EducationId.ofSerial(++index * SERIAL_STEP % EducationId.SERIALS);
        } while (id.isEmpty());
        var dice = new Dice(index);
        var life = life(id.get(), dice);
        var home = life.home().coordinates();
        var lasting = life.affiliations().stream()
                .filter(affiliation -> affiliation.endDate() == null)
                .toList();
        return new Registrant(
                person(id.get(), life, dice),
                life.affiliations(),
                Responsibility.of(lasting, held -> Optional.of(home.kilometresTo(schools.place(held))))
                        .institution());
    }

    private Life life(EducationId id, Dice dice) {
        int role = dice.below(1000);
        if (role < 860) {
            return pupils.pupil(id, dice);
        }
        if (role < 955) {
            return staff.staff(id, dice);
        }
        if (role < 970) {
            return pupils.adult(id, dice);
        }
        return unattached(role < 990 ? pupils.pupil(id, dice) : staff.staff(id, dice), dice);
    }

    /** K14: all affiliations ended in the summer before. */
    private static Life unattached(Life life, Dice dice) {
        var end = Life.SCHOOL_YEAR.minusDays(dice.between(1, 80));
        var ended = life.affiliations().stream()
                .map(affiliation -> affiliation.endDate() == null ? Tie.ended(affiliation, end) : affiliation)
                .toList();
        return new Life(life.sex(), life.birthDate(), life.home(), life.stay(), ended);
    }

    private Person person(EducationId id, Life life, Dice dice) {
        var country = dice.percent(98) ? "HU" : dice.oneOf(COUNTRIES);
        var birthPlace = FOREIGN.getOrDefault(
                country,
                dice.percent(60) ? life.home().name() : settlements.draw(dice).name());
        var birthName = names.birthName(life.sex(), dice);
        boolean married = life.sex() == Sex.FEMALE && life.adult() && dice.percent(65);
        PersonName name = married ? names.marriedName(birthName, dice) : birthName;
        return new Person(
                id,
                name,
                birthName,
                names.birthName(Sex.FEMALE, dice),
                birthPlace,
                life.birthDate(),
                life.sex(),
                country,
                life.home().home(dice),
                life.stay(),
                Taj.of((int) (index * TAJ_STEP % TAJ_SPACE)),
                null);
    }
}
