package dev.kapu.examples;

import java.util.HashMap;
import java.util.Map;

/** Secondary-school admissions: from the sheet to the result, and who applies no more. */
final class AdmissionScene {
    private final Stage stage;
    private final Country country;
    private final Actor school;
    private final Actor centre;

    AdmissionScene(Stage stage) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
        this.centre = country.system("admissions");
    }

    void play() {
        applies();
        appliesNoMore();
    }

    private void applies() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        var gymnasium = country.secondarySchool();
        String[] places = {"first", country.newSecondarySchool(), "second", gymnasium.institution()};
        var who = Map.of("person", id);
        stage.shows("get-admission-applicant", school.sends("get-admission-applicant", who));
        stage.shows(
                "get-applicant-without-sheet", centre.sends("get-applicant-without-sheet", who, "born", pupil.born()));
        var first = stage.shows("submit-sheet", school.sends("submit-sheet", who, places))
                .one("sheetNumber");
        var words = new HashMap<>(Map.of("person", id, "sheet", first));
        var second = stage.shows("change-sheet", school.sends("change-sheet", words, places))
                .one("sheetNumber");
        stage.shows("list-applicants", gymnasium.sends("list-applicants"));
        stage.shows("link-sheets", centre.sends("link-sheets", who));
        words.put("sheet", second);
        stage.shows("publish-result", centre.sends("publish-result", words, places));
        stage.shows("get-sheet-history", school.sends("get-sheet-history", who));
        stage.shows("correct-result", centre.sends("correct-result", words, places));
    }

    private void appliesNoMore() {
        var id = country.registered(school, Person.pupil());
        String[] places = {"first", country.newSecondarySchool(), "second", country.newSecondarySchool()};
        var sheet = school.sends("submit-sheet", Map.of("person", id), places).one("sheetNumber");
        stage.shows("withdraw-sheet", school.sends("withdraw-sheet", "person", id, "sheet", sheet));
    }
}
