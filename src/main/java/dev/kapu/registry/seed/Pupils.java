package dev.kapu.registry.seed;

import dev.kapu.registry.Address;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Sex;
import dev.kapu.registry.affiliation.Affiliation;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.institution.Institution.Kind;
import java.time.LocalDate;
import java.util.ArrayList;

/** Students with the affiliations of K6. */
final class Pupils {
    private static final int COMPULSORY_UNTIL = 16;
    private static final int FIRST_UPPER_GRADE = 9;

    private final Schools schools;
    private final Frequencies<Settlement> settlements;

    Pupils(Schools schools, Frequencies<Settlement> settlements) {
        this.schools = schools;
        this.settlements = settlements;
    }

    Life pupil(EducationId id, Dice dice) {
        return dice.percent(62) ? lower(id, dice) : upper(id, dice);
    }

    private Life lower(EducationId id, Dice dice) {
        var tie = new Tie(id, dice);
        int grade = dice.between(1, 8);
        var school = schools.one(Kind.PRIMARY, dice);
        var affiliations = new ArrayList<Affiliation>();
        var start = Life.SCHOOL_YEAR.minusYears(dice.below(grade));
        affiliations.add(
                tie.student(school, AffiliationType.COMPULSORY_STUDENT, start, 20 + grade, Integer.toString(grade)));
        if (dice.percent(10)) {
            affiliations.add(tie.student(
                    schools.one(Kind.ARTS, dice), AffiliationType.STUDENT, start, dice.between(2, 6), null));
        }
        var home = dice.percent(85) ? school.settlement() : settlements.draw(dice);
        return new Life(sex(dice), birthDate(grade, dice), home, null, affiliations);
    }

    private Life upper(EducationId id, Dice dice) {
        var tie = new Tie(id, dice);
        var kind = dice.percent(55) ? Kind.SECONDARY : Kind.VOCATIONAL;
        int grade = dice.between(FIRST_UPPER_GRADE, kind == Kind.VOCATIONAL ? 13 : 12);
        var school = schools.one(kind, dice);
        var born = birthDate(grade, dice);
        var start = Life.SCHOOL_YEAR.minusYears(grade - FIRST_UPPER_GRADE);
        boolean compulsory = born.plusYears(COMPULSORY_UNTIL).isAfter(Life.SCHOOL_YEAR);
        var affiliations = new ArrayList<Affiliation>();
        affiliations.add(tie.student(
                school,
                compulsory ? AffiliationType.COMPULSORY_STUDENT : AffiliationType.STUDENT,
                start,
                dice.between(30, 35),
                Integer.toString(grade)));
        if (dice.percent(30)) {
            var before = tie.student(
                    schools.one(Kind.PRIMARY, dice), AffiliationType.COMPULSORY_STUDENT, start.minusYears(8), 28, "8");
            affiliations.add(Tie.ended(before, start.minusDays(17)));
        }
        if (kind == Kind.VOCATIONAL && grade > FIRST_UPPER_GRADE && dice.percent(35)) {
            affiliations.add(tie.student(
                    schools.one(Kind.VOCATIONAL, dice), AffiliationType.APPRENTICESHIP, Life.SCHOOL_YEAR, 14, null));
        }
        var home = dice.percent(65) ? school.settlement() : settlements.draw(dice);
        Address stay = null;
        if (!home.name().equals(school.settlement().name()) && dice.percent(60)) {
            var dormitory = schools.one(Kind.DORMITORY, dice);
            affiliations.add(tie.student(dormitory, AffiliationType.DORMITORY, start, 14, null));
            stay = dormitory.institution().address();
        }
        return new Life(sex(dice), born, home, stay, affiliations);
    }

    /** Past the age of compulsory schooling and back at a secondary school in the evenings. */
    Life adult(EducationId id, Dice dice) {
        var school = schools.one(Kind.SECONDARY, dice);
        var enrolled = new Tie(id, dice)
                .student(
                        school,
                        AffiliationType.STUDENT,
                        Life.SCHOOL_YEAR.minusYears(dice.below(3)),
                        dice.between(10, 18),
                        Integer.toString(dice.between(FIRST_UPPER_GRADE, 12)));
        var affiliations = new ArrayList<Affiliation>();
        affiliations.add(enrolled);
        return new Life(sex(dice), birthDate(dice.between(14, 44), dice), school.settlement(), null, affiliations);
    }

    /** First-graders are six on the 31 August before; one in twenty is a year older. */
    private static LocalDate birthDate(int grade, Dice dice) {
        return Life.SCHOOL_YEAR
                .minusYears(grade + 6L + (dice.percent(5) ? 1 : 0))
                .plusDays(dice.below(365));
    }

    private static Sex sex(Dice dice) {
        return dice.percent(49) ? Sex.FEMALE : Sex.MALE;
    }
}
