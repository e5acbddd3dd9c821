package dev.kapu.examples;

import dev.kapu.funding.TestCounts;
import dev.kapu.statistics.TestCohorts;
import org.springframework.context.ApplicationContext;

/** Funding and Statistics: who asks for numbers. */
final class NumberScene {
    private final Stage stage;
    private final Country country;

    NumberScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
    }

    void play(ApplicationContext hub) {
        var school = country.newInstitution();
        var day = TestCounts.inGradeThree(hub, school, 27).toString();
        String[] asked = {"institution", school, "day", day};
        var funding = country.system("funding-control");
        stage.shows("get-headcounts", funding.sends("get-headcounts", asked));
        stage.shows("compare-claim", funding.sends("compare-claim", asked));
        var number = stage.shows("request-inspection", funding.sends("request-inspection", asked))
                .one("inspectionNumber");
        stage.shows("list-inspections", country.office.sends("list-inspections"));
        stage.shows("close-inspection", country.office.sends("close-inspection", "number", number));
        statistics(new TestCohorts(hub));
    }

    private void statistics(TestCohorts cohorts) {
        cohorts.enter(35, 25, "1");
        String[] group = {
            "term", cohorts.counted(cohorts.autumn()).toString(), "year", Integer.toString(cohorts.entryYear())
        };
        var office = country.system("statistics-office");
        stage.shows("list-terms", office.sends("list-terms"));
        stage.shows("get-table", office.sends("get-table", group));
        stage.shows("get-group", office.sends("get-group", group));
        stage.shows("get-cohort", office.sends("get-cohort", group));
    }
}
