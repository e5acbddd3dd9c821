package dev.kapu.examples;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.exams.TestExams;
import dev.kapu.highereducation.TestRounds;
import java.util.Map;

/** Exams and higher education: where a pupil goes from school. */
final class ExamScene {
    private final Stage stage;
    private final Country country;
    private final Actor school;

    ExamScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
    }

    void play() {
        sits();
        sitsMore();
        sitsNoMore();
        studies();
    }

    private void sitsNoMore() {
        var pupil = Person.pupil();
        String[] of = {
            "person", country.registered(school, pupil), "session", TestExams.SESSION.text(), "exam", "deferred"
        };
        school.sends("register-candidate", pupil, of);
        stage.shows("withdraw-candidate", school.sends("withdraw-candidate", of));
        String[] round = {"person", of[1], "round", TestRounds.OPEN.text()};
        country.universityAdmissions.sends("register-applicant", pupil, round);
        stage.shows("withdraw-applicant", country.universityAdmissions.sends("withdraw-applicant", round));
    }

    private void sits() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        String[] exam = {"person", id, "session", TestExams.SESSION.text(), "exam", "ordinary"};
        stage.shows("register-candidate", school.sends("register-candidate", pupil, exam));
        stage.shows("get-candidate", country.exams.sends("get-candidate", pupil, exam));
        var document = Map.of("number", TestExams.number(), "issued", TODAY.toString(), "subject", "matematika");
        stage.shows("register-certificate", country.exams.sends("register-certificate", document, exam));
        stage.shows("correct-document", country.exams.sends("correct-document", document));
        stage.shows("get-results", school.sends("get-results", "person", id));
        applies(pupil, id);
        stage.shows("correct-document-head", country.exams.sends("correct-document-head", document));
    }

    private void applies(Person pupil, String id) {
        String[] round = {"person", id, "round", TestRounds.OPEN.text()};
        stage.shows("register-applicant", country.universityAdmissions.sends("register-applicant", pupil, round));
        stage.shows("get-applicant", country.universityAdmissions.sends("get-applicant", round));
    }

    private void sitsMore() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        registered("register-extract", id, pupil, "early", "matematika");
        var number = registered("register-statement", id, pupil, "supplementary", "tortenelem");
        stage.shows("get-document", country.exams.sends("get-document", "number", number));
    }

    private String registered(String sample, String id, Person pupil, String exam, String subject) {
        String[] of = {"person", id, "session", TestExams.SESSION.text(), "exam", exam};
        school.sends("register-candidate", pupil, of);
        var number = TestExams.number();
        var document = Map.of("number", number, "issued", TODAY.toString(), "subject", subject);
        stage.shows(sample, country.exams.sends(sample, document, of));
        return number;
    }

    private void knowsNoId() {
        var register = country.universityRegister;
        var student = Person.pupil();
        var id = country.registered(school, student);
        var papers = "FF/" + TestExams.number().substring(5);
        stage.shows("give-education-id-held", register.sends("give-education-id-held", student, "papers", papers));
        var listed = country.office.sends("list-reviews").xml();
        var review = listed.substring(0, listed.indexOf(">" + papers + "<"));
        var number = review.substring(review.lastIndexOf("<reviewId>") + "<reviewId>".length());
        String[] decision = {"review", number.substring(0, number.indexOf('<')), "person", id};
        stage.shows("decide-review-told", country.office.sends("decide-review-told", decision));
    }

    /** Who came to study and has taught for a year. */
    private void lectures() {
        var register = country.universityRegister;
        var lecturer = Person.teacher().bornOn(TODAY.minusYears(30));
        var id = register.sends("give-education-id", lecturer).one("educationId");
        var since = TODAY.minusYears(1).toString();
        stage.shows(
                "adopt-education-id-since",
                register.sends("adopt-education-id-since", lecturer, "person", id, "since", since));
    }

    private void studies() {
        var register = country.universityRegister;
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        stage.shows("adopt-education-id", register.sends("adopt-education-id", pupil, "person", id));
        lectures();
        stage.shows("end-role", register.sends("end-role", "person", id, "end", TODAY.toString()));
        var number = stage.shows("give-education-id", register.sends("give-education-id", Person.teacher()))
                .one("requestNumber");
        knowsNoId();
        stage.shows("get-education-id-request", register.sends("get-education-id-request", "number", number));
    }
}
