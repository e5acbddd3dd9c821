package dev.kapu.examples;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.PartnerClient;
import dev.kapu.admissions.TestAdmissions;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.start.Listeners;
import dev.kapu.submission.PaperScanner;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who act in the examples; only institutions are put into the master, everything else is told by messages. */
final class Country {
    static final String LAST_WEEK = TODAY.minusDays(7).toString();
    static final String YESTERDAY = TODAY.minusDays(1).toString();

    final Actor office;
    final Actor cardOffice;
    final Actor exams;
    final Actor universityAdmissions;
    final Actor universityRegister;
    final Actor personnelModule;

    private final DevelopmentCredentials credentials;
    private final Listeners listeners;
    private final TestRegistry master;
    private final TestAdmissions admissions;

    Country(ApplicationContext hub) {
        credentials = hub.getBean(DevelopmentCredentials.class);
        listeners = hub.getBean(Listeners.class);
        master = new TestRegistry(hub.getBean(JdbcClient.class));
        admissions = new TestAdmissions(hub.getBean(JdbcClient.class));
        office = new Actor(partner("registry-office"), "");
        cardOffice = new Actor(partner("id-card-office"), "");
        exams = new Actor(partner("exam-registry"), "");
        universityAdmissions = new Actor(partner("higher-education-admissions"), "");
        universityRegister = new Actor(partner("higher-education-registry"), "");
        personnelModule = new Actor(partner("personnel-module"), "");
    }

    /** A partner that represents nobody. */
    Actor system(String name) {
        return new Actor(partner(name), "");
    }

    /** In Győr, with a site in Szeged. */
    String newInstitution() {
        return master.institution().text();
    }

    String newSecondarySchool() {
        return admissions.secondary().text();
    }

    Actor secondarySchool() {
        return new Actor(partner("school-program"), newSecondarySchool());
    }

    /** An institution with a school administration program. */
    Actor school() {
        return new Actor(partner("school-program"), newInstitution());
    }

    /** One that calls the services itself. */
    Actor institution(String code, String secret) {
        var client =
                partner("registry-office").with("Authorization", PartnerClient.basic("institution-" + code, secret));
        return new Actor(client, code);
    }

    /** Plain HTTP, for pages. */
    int pages() {
        return listeners.http().orElseThrow();
    }

    /** Prints the sheet; what its head has signed and the post has brought is scanned and accepted. */
    Answer carriedOut(Actor school, Answer submitted) {
        var number = submitted.one("submissionNumber");
        var paper = print(school, number);
        office.sends("confirm-authentication", "code", PaperScanner.scan(paper));
        office.sends("accept", "number", number);
        return school.sends("get-status", "number", number);
    }

    byte[] print(Actor school, String number) {
        return Base64.getDecoder()
                .decode(school.sends("resend-sheet", "number", number).one("content"));
    }

    /** A pupil of the school, from the registration to the ID. */
    String registered(Actor school, Person pupil) {
        var sent = school.sends("register-pupil", pupil, "type", "compulsory-student", "start", LAST_WEEK);
        return carriedOut(school, sent).one("educationId");
    }

    /** What the head of the institution reads when the registered letter has come. */
    String letterTo(String institution) {
        var letters = office.sends("collect-secret-letters").xml();
        var letter = Pattern.compile("(?s)<institutionCode>" + institution
                        + "</institutionCode>((?!</secretLetter>).)*<secret>([^<]+)")
                .matcher(letters);
        assertThat(letter.find()).as("a letter waits").isTrue();
        return letter.group(2);
    }

    private PartnerClient partner(String name) {
        return new PartnerClient(listeners.https(), credentials, name);
    }
}
