package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;

import java.util.Map;

/** What institutions report of their pupils: who comes, what has changed, who moves, and what was late. */
final class ReportScene {
    private static final String[] ENDS = {"type", "compulsory-student", "end", YESTERDAY};

    private final Stage stage;
    private final Country country;
    private final Actor school;
    private final Actor next;

    ReportScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
        this.next = country.school();
    }

    void play() {
        registersAndAmends();
        moves();
        changesItsMind();
        correctsAnEnd();
        correctsAStart();
        closes();
        isLate();
    }

    private void registersAndAmends() {
        var sent = school.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", LAST_WEEK);
        stage.shows("register-pupil", sent);
        stage.shows("get-further-path", school.sends("get-further-path", "number", sent.one("submissionNumber")));
        var status = stage.shows("get-status", country.carriedOut(school, sent));
        var id = status.one("educationId");
        stage.shows("amend-residence", school.sends("amend-residence", "person", id, "changed", YESTERDAY));
        school.sends("get-person", "person", id);
        stage.shows("get-subject-file", school.sends("get-subject-file", "person", id));
    }

    private void moves() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        stage.shows("end-affiliation", school.sends("end-affiliation", Map.of("person", id), ENDS));
        stage.shows("find-unattached", next.sends("find-unattached", pupil, "person", id));
        stage.shows("start-pupil", starts(pupil, id, TODAY.toString()));
        var other = Map.of("person", country.registered(school, Person.pupil()), "start", TODAY.toString());
        String[] to = {"type", "compulsory-student", "end", YESTERDAY, "to", next.institution()};
        stage.shows("hand-over", school.sends("hand-over", other, to));
    }

    private void changesItsMind() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        school.sends("end-affiliation", Map.of("person", id), ENDS);
        starts(pupil, id, TODAY.plusDays(7).toString());
        stage.shows("cancel-affiliation", next.sends("cancel-affiliation", "person", id, "type", "compulsory-student"));
    }

    private void correctsAnEnd() {
        var id = country.registered(school, Person.pupil());
        school.sends("end-affiliation", Map.of("person", id), ENDS);
        var end = Map.of("end", TODAY.minusDays(2).toString());
        String[] wrong = {"person", id, "type", "compulsory-student", "wrong", YESTERDAY};
        stage.shows("correct-end", school.sends("correct-end", end, wrong));
    }

    private void correctsAStart() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        var words = pupil.words();
        words.put("wrongType", "compulsory-student");
        words.put("wrongStart", LAST_WEEK);
        String[] right = {"person", id, "type", "compulsory-student", "start", YESTERDAY, "hours", "22.5"};
        stage.shows("correct-start", school.sends("correct-start", words, right));
        String[] never = {"institution", school.institution(), "person", id, "type", "compulsory-student"};
        var start = Map.of("start", YESTERDAY);
        stage.shows("annul-affiliation", country.office.sends("annul-affiliation", start, never));
    }

    private void closes() {
        var small = country.school();
        country.registered(small, Person.pupil());
        String[] it = {"institution", small.institution(), "from", TODAY.toString()};
        country.office.sends("close-institution", it);
        var day = Map.of("end", TODAY.toString());
        stage.shows("end-all-affiliations", country.office.sends("end-all-affiliations", day, it));
    }

    private Answer starts(Person pupil, String id, String day) {
        var words = pupil.words();
        words.put("start", day);
        return next.sends("start-pupil", words, "person", id, "type", "compulsory-student", "hours", "22.5");
    }

    private void isLate() {
        var longAgo = TODAY.minusDays(20).toString();
        var tardy = country.school();
        var sent = tardy.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", longAgo);
        country.carriedOut(tardy, sent);
        String[] period = {"from", LAST_WEEK, "until", TODAY.toString()};
        stage.shows("list-late-reports", tardy.sends("list-late-reports", period));
    }
}
