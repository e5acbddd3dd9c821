package dev.kapu.examples;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.console.Browser;
import dev.kapu.registry.TestRegistry;
import java.time.Instant;
import java.util.Map;

/** The registry itself: persons, institutions, reviews, secrets, subscriptions. */
final class RegistryScene {
    private final Stage stage;
    private final Country country;
    private final Actor school;

    RegistryScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
    }

    void play() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        stage.shows("get-person", school.sends("get-person", "person", id));
        stage.shows("verify-person", school.sends("verify-person", pupil, "person", id));
        stage.shows("get-institution", school.sends("get-institution"));
        String[] founded = {"new", TestRegistry.freeCode(), "from", Country.LAST_WEEK};
        stage.shows("register-institution", country.office.sends("register-institution", founded));
        stage.shows("list-sites", school.sends("list-sites"));
        merged(id);
        secrets();
        subscriptions();
        keepsTheMaster();
    }

    private void merged(String id) {
        var dormitory = country.school();
        var sent = dormitory.sends("register-pupil", Person.pupil(), "type", "dormitory", "start", Country.LAST_WEEK);
        var other = country.carriedOut(dormitory, sent).one("educationId");
        String[] both = {"person", id, "other", other, "school", school.institution()};
        var review = stage.shows("suspect-double", country.office.sends("suspect-double", both))
                .one("reviewId");
        stage.shows("list-reviews", country.office.sends("list-reviews"));
        String[] decision = {"review", review, "person", id, "other", other};
        stage.shows("decide-review", country.office.sends("decide-review", decision));
    }

    private void keepsTheMaster() {
        var before = Instant.now().toString();
        String[] change = {"institution", school.institution(), "from", TODAY.toString()};
        stage.shows("amend-institution", country.office.sends("amend-institution", change));
        stage.shows("changes-since", school.sends("changes-since", "moment", before));
    }

    private void secrets() {
        stage.shows("request-own-secret", school.sends("request-own-secret"));
        var code = country.newInstitution();
        new Browser(country.pages())
                .from("192.0.5.7")
                .post("/institution/secret", "/institution/secret", Map.of("institutionCode", code));
        stage.shows("list-secret-requests", country.office.sends("list-secret-requests"));
        country.office.sends("request-secret", "institution", code);
        stage.shows("collect-secret-letters", country.office.sends("collect-secret-letters"));
    }

    private void subscriptions() {
        var centre = country.system("admissions");
        stage.shows("unsubscribe", centre.sends("unsubscribe"));
        stage.shows("list-subscriptions", centre.sends("list-subscriptions"));
        stage.shows("subscribe", centre.sends("subscribe"));
    }
}
