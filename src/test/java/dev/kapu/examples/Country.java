package dev.kapu.examples;

import static dev.kapu.registry.TestRegistry.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.PartnerClient;
import dev.kapu.admissions.TestAdmissions;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.start.Listeners;
import dev.kapu.submission.PaperScanner;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

    private final List<Actor.Call> calls = new ArrayList<>();
    private final DevelopmentCredentials credentials;
    private final Listeners listeners;
    private final PartnerQueues queues;
    private final TestRegistry master;
    private final TestAdmissions admissions;

    Country(ApplicationContext hub) {
        credentials = hub.getBean(DevelopmentCredentials.class);
        listeners = hub.getBean(Listeners.class);
        queues = new PartnerQueues(hub);
        master = new TestRegistry(hub.getBean(JdbcClient.class));
        admissions = new TestAdmissions(hub.getBean(JdbcClient.class));
        office = system("registry-office");
        cardOffice = system("id-card-office");
        exams = system("exam-registry");
        universityAdmissions = system("higher-education-admissions");
        universityRegister = system("higher-education-registry");
        personnelModule = system("personnel-module");
    }

    /** All that anybody has sent, in order. */
    List<Actor.Call> calls() {
        return calls;
    }

    /** A partner that represents nobody. */
    Actor system(String name) {
        return new Actor(name, partner(name), "", calls::add);
    }

    /** In Győr, with a site in Szeged. */
    String newInstitution() {
        return master.institution().text();
    }

    /** @param kind of the master, e.g. {@code kindergarten} */
    String newInstitution(String kind) {
        return master.institution(kind).text();
    }

    String newSecondarySchool() {
        return admissions.secondary().text();
    }

    Actor secondarySchool() {
        return program(newSecondarySchool());
    }

    /** An institution with a school administration program. */
    Actor school() {
        return program(newInstitution());
    }

    /** @param kind of the master, e.g. {@code dormitory} */
    Actor school(String kind) {
        return program(newInstitution(kind));
    }

    /** The school program, for the institution. */
    Actor program(String code) {
        return new Actor("school-program", partner("school-program"), code, calls::add);
    }

    /** One that calls the services itself. */
    Actor institution(String code, String secret) {
        var name = "institution-" + code;
        var client = partner("registry-office").with("Authorization", PartnerClient.basic(name, secret));
        return new Actor(name, client, code, calls::add);
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

    /**
     * From the request to the card; it is to be validated before tomorrow. The office knows nothing but what comes into
     * its queue.
     *
     * @param request the envelope
     * @return the card's number, as the institution hears it
     */
    String card(Actor institution, String request, String person) {
        String[] site = {"person", person, "site", "002", "settlement", "Szeged"};
        institution.sends(request, site);
        var asked = queues.next(person, "id-card-office", "cardRequested", institution.institution());
        cardOffice.sends(
                "get-cardholder", "person", asked.one("educationId"), "institution", asked.one("institutionCode"));
        var number = UUID.randomUUID().toString().replace("-", "").substring(16).toUpperCase(Locale.ROOT);
        var card = Map.of("request", asked.one("cardRequestId"), "card", number);
        var today = TODAY.toString();
        assertThat(cardOffice
                        .sends("report-card-issued", card, "issued", today, "until", today)
                        .one("state"))
                .isEqualTo("issued");
        return queues.next(person, "school-program", "cardIssued", institution.institution())
                .one("cardNumber");
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
