package dev.kapu.registry.seed;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.Sex;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Institution.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Staff with the employments of K8. */
final class Staff {
    private static final Map<Kind, List<String>> POSTS = Map.of(
            Kind.KINDERGARTEN, List.of("óvodapedagógus", "óvodapedagógus", "dajka", "pedagógiai asszisztens"),
            Kind.PRIMARY, List.of("tanító", "tanár", "tanár", "gyógypedagógus", "pedagógiai asszisztens"),
            Kind.SECONDARY, List.of("tanár", "tanár", "tanár", "iskolapszichológus", "iskolatitkár"),
            Kind.VOCATIONAL, List.of("tanár", "szakmai oktató", "szakmai oktató", "iskolatitkár"),
            Kind.DORMITORY, List.of("kollégiumi nevelő", "kollégiumi nevelő", "ápoló"),
            Kind.ARTS, List.of("zenetanár", "zenetanár", "táncművésztanár", "korrepetitor"));

    private final Schools schools;
    private final Frequencies<Settlement> settlements;

    Staff(Schools schools, Frequencies<Settlement> settlements) {
        this.schools = schools;
        this.settlements = settlements;
    }

    Life staff(EducationId id, Dice dice) {
        var tie = new Tie(id, dice);
        int age = dice.between(24, 64);
        var start = Life.SCHOOL_YEAR.minusYears(dice.below(age - 22)).minusDays(dice.below(300));
        var employer = schools.any(dice);
        int kind = dice.below(100);
        var first = kind < 90
                ? AffiliationType.MAIN_EMPLOYMENT
                : kind < 95 ? AffiliationType.SECONDARY_EMPLOYMENT : AffiliationType.HOURLY_PAID;
        var affiliations = new ArrayList<Affiliation>();
        affiliations.add(employment(tie, employer, first, start));
        if (dice.percent(15)) {
            var second = dice.percent(60) ? AffiliationType.HOURLY_PAID : AffiliationType.SECONDARY_EMPLOYMENT;
            var another = schools.any(dice);
            if (!another.equals(employer)) {
                affiliations.add(employment(tie, another, second, Life.SCHOOL_YEAR));
            }
        }
        var home = dice.percent(75) ? employer.settlement() : settlements.draw(dice);
        var born = Life.SCHOOL_YEAR.minusYears(age).minusDays(dice.below(365));
        return new Life(dice.percent(80) ? Sex.FEMALE : Sex.MALE, born, home, null, affiliations);
    }

    private static Affiliation employment(Tie tie, School school, AffiliationType type, LocalDate start) {
        var dice = tie.dice();
        int hours =
                switch (type) {
                    case MAIN_EMPLOYMENT -> 40;
                    case SECONDARY_EMPLOYMENT -> dice.between(10, 20);
                    default -> dice.between(2, 10);
                };
        var posts = Objects.requireNonNull(POSTS.get(school.institution().kind()));
        return tie.staff(school, type, start, hours, dice.oneOf(posts));
    }
}
