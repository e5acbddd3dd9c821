package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs the admissions: files sheets of those who apply without a school, hears of sheets by queue, looks who the
 * applicant is and says where they are admitted. It decides the sheets of simulated partners only: whoever tries the hub
 * beside them decides their own.
 */
final class AdmissionsCentre implements Simulator {
    static final String NAME = "admissions";
    static final String PROCEDURE = "general-2027";

    private final HttpWire http;
    private final People people;
    private final OwnSheets own;
    private final List<String> schools = new ArrayList<>();

    AdmissionsCentre(HttpWire http, People people, OwnSheets own) {
        this.http = http;
        this.people = people;
        this.own = own;
    }

    @Override
    public String name() {
        return NAME + " (sheets)";
    }

    @Override
    public double share() {
        return 0.02;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(person -> person.type().equals("compulsory-student") && !schools.isEmpty()
                ? file(person, schools.get(ThreadLocalRandom.current().nextInt(schools.size())))
                : learn(person.institutionCode()));
    }

    /** Which schools there are to apply to. */
    Answer learn(String institutionCode) throws IOException, InterruptedException {
        var answer = http.ask(Ask.INSTITUTION, Map.of("institutionCode", institutionCode));
        if (answer.text("kind").filter("secondary"::equals).isPresent()
                && answer.text("active").filter("true"::equals).isPresent()
                && !schools.contains(institutionCode)) {
            schools.add(institutionCode);
        }
        return answer;
    }

    Answer file(SyntheticPerson person, String school) throws IOException, InterruptedException {
        own.expect(person.educationId());
        return own.filed(
                person.educationId(),
                http.ask(
                        Ask.SHEET,
                        Map.of(
                                "educationId", person.educationId(),
                                "birthDate", person.birthDate().toString(),
                                "procedure", PROCEDURE,
                                "institutionCode", school,
                                "studyArea",
                                        "%04d"
                                                .formatted(ThreadLocalRandom.current()
                                                        .nextInt(1, 40)))));
    }

    /** Also of changes of the institution master. */
    void hear(Answer event) throws IOException, InterruptedException {
        var sheet = event.text("sheetNumber");
        if (sheet.isEmpty()) {
            return;
        }
        var applicant = event.text("educationId").orElseThrow();
        if (!own.isExpected(applicant)) {
            return;
        }
        if (decide(applicant, sheet.get(), event.text("procedure").orElseThrow())
                        .outcome()
                == Outcome.FAILED) {
            throw new IOException("the result could not be published");
        }
        own.drop(applicant);
    }

    /** Everybody gets the place that they want least: it is the one that stands last. */
    Answer decide(String applicant, String sheet, String procedure) throws IOException, InterruptedException {
        var who = http.ask(Ask.APPLICANT, Map.of("educationId", applicant));
        if (who.outcome() != Outcome.ANSWERED) {
            return who;
        }
        var history = http.ask(Ask.SHEET_HISTORY, Map.of("educationId", applicant, "procedure", procedure));
        var areas = history.all("studyArea");
        var institutions = history.all("institutionCode");
        if (areas.isEmpty() || institutions.isEmpty()) {
            return history;
        }
        return http.ask(
                Ask.ADMISSION_RESULT,
                Map.of(
                        "educationId",
                        applicant,
                        "sheetNumber",
                        sheet,
                        "institutionCode",
                        institutions.get(institutions.size() - 1),
                        "studyArea",
                        areas.get(areas.size() - 1)));
    }
}
