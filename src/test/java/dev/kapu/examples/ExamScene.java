package dev.kapu.examples;

import static dev.kapu.registry.TestRegistry.TODAY;

import dev.kapu.exams.TestExams;
import dev.kapu.highereducation.TestRounds;
import java.util.HashMap;
import java.util.Map;

/** Admissions, exams and higher education: where a pupil goes from school. */
final class ExamScene {
    private final Stage stage;
    private final Country country;
    private final Actor school;
    private final Actor centre;

    ExamScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
        this.centre = country.system("admissions");
    }

    void play() {
        applies();
        appliesNoMore();
        sits();
        sitsNoMore();
        studies();
    }

    private void applies() {
        var id = country.registered(school, Person.pupil());
        var gymnasium = country.secondarySchool();
        String[] places = {"first", country.newSecondarySchool(), "second", gymnasium.institution()};
        var who = Map.of("person", id);
        stage.shows("get-admission-applicant", school.sends("get-admission-applicant", who));
        var first = school.sends("submit-sheet", who, places).one("sheetNumber");
        var words = new HashMap<>(Map.of("person", id, "sheet", first));
        var second = stage.shows("change-sheet", school.sends("change-sheet", words, places))
                .one("sheetNumber");
        stage.shows("list-applicants", gymnasium.sends("list-applicants"));
        stage.shows("link-sheets", centre.sends("link-sheets", who));
        words.put("sheet", second);
        stage.shows("publish-result", centre.sends("publish-result", words, places));
        stage.shows("get-sheet-history", school.sends("get-sheet-history", who));
    }

    private void appliesNoMore() {
        var id = country.registered(school, Person.pupil());
        String[] places = {"first", country.newSecondarySchool(), "second", country.newSecondarySchool()};
        var sheet = school.sends("submit-sheet", Map.of("person", id), places).one("sheetNumber");
        stage.shows("withdraw-sheet", school.sends("withdraw-sheet", "person", id, "sheet", sheet));
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

    private void studies() {
        var register = country.universityRegister;
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        register.sends("adopt-education-id", pupil, "person", id);
        stage.shows("end-role", register.sends("end-role", "person", id, "end", TODAY.toString()));
        var number = register.sends("give-education-id", Person.teacher()).one("requestNumber");
        stage.shows("get-education-id-request", register.sends("get-education-id-request", "number", number));
    }
}
