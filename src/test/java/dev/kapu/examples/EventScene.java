package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.registry.entitlement.TestEntitlements;
import dev.kapu.registry.entitlement.TestLapsedCards;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What the other scenes do not already do of that which is told by events. */
final class EventScene {
    private final Country country;
    private final Actor school;

    EventScene(Country country) {
        this.country = country;
        this.school = country.school();
    }

    void play(ApplicationContext hub, CardScene cards) {
        TestEntitlements.lastDayOfHolderIsOver(hub, cards.leave());
        TestLapsedCards.lastValidDayIsOver(hub, cards.holder());
        moves();
        waits();
        var id = country.registered(school, Person.pupil());
        country.carriedOut(school, school.sends("amend-residence", "person", id, "changed", YESTERDAY));
        school.sends("request-card", "person", id, "site", "002", "settlement", "Szeged");
        country.carriedOut(school, school.sends("amend-name", Person.pupil(), "person", id, "changed", YESTERDAY));
        country.office.sends("amend-institution", "institution", country.newInstitution(), "from", TODAY.toString());
    }

    private void moves() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        school.sends("end-affiliation", "person", id, "type", "compulsory-student", "end", YESTERDAY);
        String[] type = {"person", id, "type", "compulsory-student", "hours", "22.5"};
        var next = country.school();
        next.sends("start-pupil", starts(pupil, TODAY.toString()), type);
        String[] dormitory = {"person", id, "type", "dormitory", "hours", "10"};
        var home = country.school();
        home.sends("start-pupil", starts(pupil, TODAY.plusDays(7).toString()), dormitory);
        home.sends("cancel-affiliation", dormitory);
    }

    private static Map<String, String> starts(Person who, String day) {
        var words = who.words();
        words.put("start", day);
        return words;
    }

    /** Somebody alike is held; the Office decides that it is the same. */
    private void waits() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        var alike = new Person(pupil.family(), pupil.given() + "a", pupil.mother(), pupil.born());
        var next = country.school();
        var sent = next.sends("register-pupil", alike, "type", "compulsory-student", "start", LAST_WEEK);
        country.carriedOut(next, sent);
        var reviews = country.office.sends("list-reviews").xml();
        var review = reviews.replaceAll("(?s)<institutionCode>" + next.institution() + "<.*", "");
        var number = review.substring(review.lastIndexOf("<reviewId>") + "<reviewId>".length());
        country.office.sends("same-person", "review", number.substring(0, number.indexOf('<')), "person", id);
    }
}
