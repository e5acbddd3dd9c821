package dev.kapu.examples;

import static dev.kapu.examples.Country.LAST_WEEK;
import static dev.kapu.examples.Country.YESTERDAY;
import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.exams.TestExams;
import dev.kapu.funding.TestCounts;
import dev.kapu.highereducation.TestRounds;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.statistics.TestCohorts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the partner guide shows is what is sent and answered. */
@HubTest
class PartnerGuideSamplesTest {
    @Autowired
    private ApplicationContext hub;

    @Autowired
    private DevelopmentCredentials credentials;

    @TempDir
    private Path directory;

    private final GuideSamples guide = new GuideSamples();
    private final SoftAssertions softly = new SoftAssertions();
    private Country country;
    private Actor school;

    @BeforeEach
    void school() {
        country = new Country(hub);
        school = country.school();
    }

    @Test
    void every_sample_is_answered_as_shown() {
        registersAndAmends();
        moves();
        reads();
        keepsTheMaster();
        applies();

        sitsAnExam();
        keepsStaff();
        tellsNumbers();

        softly.assertAll();
        assertThat(guide.checked()).containsExactlyInAnyOrderElementsOf(guide.names());
    }

    @Test
    void the_head_signs_as_shown_K20() {
        var sent = school.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", LAST_WEEK);
        var number = sent.one("submissionNumber");
        var form = school.sends("get-canonical-form", "number", number).one("content");
        var head = new Head(credentials, directory);
        country.office.sends("register-signer", "institution", school.institution(), "certificate", head.certificate());

        var signed = school.sends("sign-submission", "number", number, "signature", head.signs(form));

        assertThat(signed.one("state")).isEqualTo("authenticated");
    }

    @Test
    void a_report_that_does_not_say_in_whose_name_it_is_made_is_refused_as_the_guide_says() {
        String[] left = {"person", "71234567897", "type", "compulsory-student", "end", YESTERDAY};

        assertThat(school.sendsForNobody("end-affiliation", left).refusal()).isEqualTo("Client.Header.Missing");
    }

    private void registersAndAmends() {
        var sent = school.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", LAST_WEEK);
        shows("register-pupil", sent);
        shows("get-further-path", school.sends("get-further-path", "number", sent.one("submissionNumber")));
        var status = country.carriedOut(school, sent);
        shows("get-status", status);
        var id = status.one("educationId");
        shows("amend-residence", school.sends("amend-residence", "person", id, "changed", YESTERDAY));
        school.sends("get-person", "person", id);
        shows("get-subject-file", school.sends("get-subject-file", "person", id));
    }

    private void moves() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        String[] left = {"person", id, "type", "compulsory-student", "end", YESTERDAY};
        shows("end-affiliation", school.sends("end-affiliation", left));
        var corrected = country.registered(school, Person.pupil());
        school.sends("end-affiliation", "person", corrected, "type", "compulsory-student", "end", YESTERDAY);
        String[] right = {"person", corrected, "type", "compulsory-student", "wrong", YESTERDAY};
        shows(
                "correct-end",
                school.sends("correct-end", Map.of("end", TODAY.minusDays(2).toString()), right));
        var next = country.school();
        shows("find-unattached", next.sends("find-unattached", pupil, "person", id));
        String[] begins = {"person", id, "type", "compulsory-student", "hours", "22.5"};
        var start = pupil.words();
        start.put("start", TODAY.toString());
        shows("start-pupil", next.sends("start-pupil", start, begins));
        var other = country.registered(school, Person.pupil());
        String[] both = {"person", other, "type", "compulsory-student", "end", YESTERDAY, "to", next.institution()};
        shows("hand-over", school.sends("hand-over", Map.of("start", TODAY.toString()), both));

        var third = Person.pupil();
        var announced = country.registered(school, third);
        school.sends("end-affiliation", "person", announced, "type", "compulsory-student", "end", YESTERDAY);
        var later = third.words();
        later.put("start", TODAY.plusDays(7).toString());
        next.sends("start-pupil", later, "person", announced, "type", "compulsory-student", "hours", "22.5");
        shows(
                "cancel-affiliation",
                next.sends("cancel-affiliation", "person", announced, "type", "compulsory-student"));
    }

    private void reads() {
        var longAgo = TODAY.minusDays(20).toString();
        var tardy = country.school();
        var sent = tardy.sends("register-pupil", Person.pupil(), "type", "compulsory-student", "start", longAgo);
        country.carriedOut(tardy, sent);
        shows("list-late-reports", tardy.sends("list-late-reports", "from", LAST_WEEK, "until", TODAY.toString()));
    }

    private void keepsTheMaster() {
        var before = Instant.now().toString();
        String[] change = {"institution", school.institution(), "from", TODAY.toString()};
        shows("amend-institution", country.office.sends("amend-institution", change));
        shows("changes-since", school.sends("changes-since", "moment", before));
        shows("request-own-secret", school.sends("request-own-secret"));
    }

    private void applies() {
        var id = country.registered(school, Person.pupil());
        String[] places = {"first", country.newSecondarySchool(), "second", country.newSecondarySchool()};
        shows("submit-sheet", school.sends("submit-sheet", Map.of("person", id), places));
    }

    private void sitsAnExam() {
        var pupil = Person.pupil();
        var id = country.registered(school, pupil);
        String[] exam = {"person", id, "session", TestExams.SESSION.text(), "exam", "ordinary"};
        shows("register-candidate", school.sends("register-candidate", pupil, exam));
        shows("get-candidate", country.exams.sends("get-candidate", pupil, exam));
        var document = new HashMap<>(Map.of("number", TestExams.number(), "issued", TODAY.toString()));
        document.put("subject", "matematika");
        shows("register-certificate", country.exams.sends("register-certificate", document, exam));
        shows("correct-document", country.exams.sends("correct-document", document));
        shows("get-results", school.sends("get-results", "person", id));
        studies(pupil, id);
    }

    private void studies(Person pupil, String id) {
        String[] applies = {"person", id, "round", TestRounds.OPEN.text()};
        shows("register-applicant", country.universityAdmissions.sends("register-applicant", pupil, applies));
        shows("get-applicant", country.universityAdmissions.sends("get-applicant", applies));
        shows("adopt-education-id", country.universityRegister.sends("adopt-education-id", pupil, "person", id));
        shows("give-education-id", country.universityRegister.sends("give-education-id", Person.teacher()));
    }

    private void keepsStaff() {
        var teacher = Person.teacher();
        String[] works = {"type", "main-employment", "start", LAST_WEEK, "hours", "26", "post", "tanár"};
        var id = country.carriedOut(school, school.sends("register-staff", teacher, works))
                .one("educationId");
        var module = country.personnelModule;
        String[] from = {"person", id, "institution", school.institution(), "from", YESTERDAY};
        shows("report-staff", module.sends("report-staff", teacher, from));
        shows("withdraw-message", module.sends("withdraw-message", "person", id));
        shows("get-timeline", module.sends("get-timeline", "person", id));
    }

    private void tellsNumbers() {
        var counted = TestCounts.inGradeThree(hub, school.institution(), 27);
        String[] asked = {"institution", school.institution(), "day", counted.toString()};
        shows("get-headcounts", country.system("funding-control").sends("get-headcounts", asked));
        shows("compare-claim", country.system("funding-control").sends("compare-claim", asked));
        var cohorts = new TestCohorts(hub);
        cohorts.enter(35, 25, "1");
        var term = cohorts.counted(cohorts.autumn());
        String[] group = {"term", term.toString(), "year", Integer.toString(cohorts.entryYear())};
        shows("get-table", country.system("statistics-office").sends("get-table", group));
    }

    private void shows(String sample, Answer answer) {
        softly.assertThatCode(() -> guide.check(sample, answer)).doesNotThrowAnyException();
    }
}
