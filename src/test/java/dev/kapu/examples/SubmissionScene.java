package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;

import dev.kapu.console.Browser;
import dev.kapu.submission.PaperScanner;
import java.util.Base64;
import java.util.Map;

/** Submissions and what leads to them, at the school and at the Office. */
final class SubmissionScene {
    private static final String TEMPLATE =
            "/institution/template?role=STUDENT&purpose=REGISTRATION&format=XLSX&language=en";

    private final Stage stage;
    private final Country country;
    private final Actor school;
    private final Head head;

    SubmissionScene(Stage stage, Head head) {
        this.stage = stage;
        this.country = stage.country();
        this.school = country.school();
        this.head = head;
    }

    void play() {
        String[] works = {"type", "main-employment", "start", LAST_WEEK, "hours", "26", "post", "tanár"};
        stage.shows("validate-staff", school.sends("validate-staff", Person.teacher(), works));
        onPaper();
        refused();
        signed();
        ofTheRegistered();
        imported();
    }

    private void onPaper() {
        var number = registration();
        var sheet = stage.shows("resend-sheet", school.sends("resend-sheet", "number", number));
        stage.shows("list-submissions", school.sends("list-submissions"));
        var code = PaperScanner.scan(Base64.getDecoder().decode(sheet.one("content")));
        stage.shows("confirm-authentication", country.office.sends("confirm-authentication", "code", code));
        stage.shows("accept", country.office.sends("accept", "number", number));
        stage.shows("get-history", school.sends("get-history", "number", number));
    }

    private void refused() {
        var wrong = registration();
        var code = PaperScanner.scan(country.print(school, wrong));
        country.office.sends("confirm-authentication", "code", code);
        stage.shows("refuse", country.office.sends("refuse", "number", wrong));
        stage.shows("withdraw", school.sends("withdraw", "number", registration()));
    }

    private void signed() {
        var number = registration();
        var form = stage.shows("get-canonical-form", school.sends("get-canonical-form", "number", number));
        String[] certificate = {"institution", school.institution(), "certificate", head.certificate()};
        var registered = stage.shows("register-signer", country.office.sends("register-signer", certificate));
        String[] signature = {"number", number, "signature", head.signs(form.one("content"))};
        stage.shows("sign-submission", school.sends("sign-submission", signature));
        String[] signer = {"institution", school.institution(), "fingerprint", registered.one("fingerprint")};
        stage.shows("revoke-signer", country.office.sends("revoke-signer", signer));
    }

    private void ofTheRegistered() {
        var id = country.registered(school, Person.pupil());
        stage.shows("list-affiliations", school.sends("list-affiliations", "person", id));
        stage.shows("validate-residence", school.sends("validate-residence", "person", id, "changed", YESTERDAY));
        stage.shows("validate-affiliations", school.sends("validate-affiliations", "person", id, "end", YESTERDAY));
        stage.shows("submit-affiliations", school.sends("submit-affiliations", "person", id, "end", YESTERDAY));
    }

    private void imported() {
        var register = new SchoolRegister(school.institution());
        register.enter(Person.pupil(), Map.of("Sex", "female", "Grade", "1"));
        var template = new Browser(country.pages()).download(TEMPLATE);
        var workbook = Base64.getEncoder().encodeToString(register.exportInto(template));
        stage.shows("import-workbook", school.sends("import-workbook", "workbook", workbook));
    }

    private String registration() {
        return school.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", LAST_WEEK)
                .one("submissionNumber");
    }
}
