package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;

import dev.kapu.personnel.TestComparisons;
import org.springframework.context.ApplicationContext;

/** Personnel: what the module says of staff, takes back and is told. */
final class StaffScene {
    private final Stage stage;
    private final Country country;
    private final Actor school;
    private final Actor module;

    StaffScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
        this.module = country.personnelModule;
    }

    void play(ApplicationContext hub) {
        var teacher = Person.teacher();
        var id = registered(teacher);
        stage.shows("report-staff", reported(teacher, id));
        stage.shows("withdraw-message", module.sends("withdraw-message", "person", id));
        stage.shows("get-timeline", module.sends("get-timeline", "person", id));
        TestComparisons.withNobody(hub, school.institution());
        String[] asked = {"institution", school.institution()};
        stage.shows("get-reconciliation", module.sends("get-reconciliation", asked));
        contradicts();
    }

    private void contradicts() {
        var teacher = Person.teacher();
        reported(teacher, registered(teacher));
        stage.shows("list-parked", module.sends("list-parked"));
    }

    private String registered(Person teacher) {
        String[] works = {"type", "main-employment", "start", LAST_WEEK, "hours", "26", "post", "tanár"};
        return country.carriedOut(school, school.sends("register-staff", teacher, works))
                .one("educationId");
    }

    private Answer reported(Person teacher, String id) {
        String[] from = {"person", id, "institution", school.institution(), "from", YESTERDAY};
        return module.sends("report-staff", teacher, from);
    }
}
