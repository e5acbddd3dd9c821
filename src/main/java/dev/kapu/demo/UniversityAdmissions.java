package dev.kapu.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Takes applications: registers who applies, and fills the form with their data and results. */
final class UniversityAdmissions implements Simulator {
    static final String NAME = "higher-education-admissions";

    private static final ZoneId HERE = ZoneId.of("Europe/Budapest");

    private final HttpWire http;
    private final People people;

    UniversityAdmissions(HttpWire http, People people) {
        this.http = http;
        this.people = people;
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
        var person = people.somebody();
        return person.isEmpty()
                ? Outcome.NOTHING
                : application(Claim.mostlyRight(person.get())).outcome();
    }

    /** The first refusal ends it. */
    Answer application(Map<String, String> claim) throws IOException, InterruptedException {
        var values = new HashMap<>(claim);
        values.put("admissionRound", round());
        var registered = http.ask(Ask.UNIVERSITY_APPLICANT, values);
        return registered.outcome() == Outcome.ANSWERED ? http.ask(Ask.APPLICANT_DATA, values) : registered;
    }

    /** General rounds begin in November of the year before and end in September; in October others are open. */
    private static String round() {
        var today = LocalDate.now(HERE);
        return switch (today.getMonth()) {
            case OCTOBER -> today.getYear() + 1 + "-mid-year";
            case NOVEMBER, DECEMBER -> today.getYear() + 1 + "-general";
            default -> today.getYear() + "-general";
        };
    }
}
