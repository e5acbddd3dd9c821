package dev.kapu.demo;

import dev.kapu.registry.Today;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Takes applications: registers who applies, and fills the form with their data and results. */
final class UniversityAdmissions implements Simulator {
    static final String NAME = "higher-education-admissions";

    private final HttpWire http;
    private final People people;
    private final Today today;

    UniversityAdmissions(HttpWire http, People people, Today today) {
        this.http = http;
        this.people = people;
        this.today = today;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double share() {
        return 0.0625;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(person -> application(Claim.mostlyRight(person)));
    }

    /** The first refusal ends it. */
    Answer application(Map<String, String> claim) throws IOException, InterruptedException {
        var values = new HashMap<>(claim);
        values.put("admissionRound", round());
        var registered = http.ask(Ask.UNIVERSITY_APPLICANT, values);
        return registered.outcome() == Outcome.ANSWERED ? http.ask(Ask.APPLICANT_DATA, values) : registered;
    }

    /** General rounds begin in November of the year before and end in September; in October others are open. */
    private String round() {
        var day = today.date();
        return switch (day.getMonth()) {
            case OCTOBER -> day.getYear() + 1 + "-mid-year";
            case NOVEMBER, DECEMBER -> day.getYear() + 1 + "-general";
            default -> day.getYear() + "-general";
        };
    }
}
