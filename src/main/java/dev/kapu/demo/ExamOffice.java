package dev.kapu.demo;

import dev.kapu.registry.Today;
import java.io.IOException;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Holds exams: registers who comes, takes their data from the registry, and registers what they have passed. */
final class ExamOffice implements Simulator {
    static final String NAME = "exam-registry";

    private final HttpWire http;
    private final People people;
    private final Today today;

    ExamOffice(HttpWire http, People people, Today today) {
        this.http = http;
        this.people = people;
        this.today = today;
    }

    @Override
    public String name() {
        return NAME + " (exams)";
    }

    @Override
    public double share() {
        return 0.0625;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(person -> exam(Claim.mostlyRight(person)));
    }

    /** From the registration to the extract, and what the person has gained so far; the first refusal ends it. */
    Answer exam(Map<String, String> claim) throws IOException, InterruptedException {
        var values = new HashMap<>(claim);
        values.put("session", session().toString());
        var last = http.ask(Ask.EXAM_CANDIDATE, values);
        values.put(
                "documentNumber",
                "DEMO %08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
        values.put("issuedOn", today.date().toString());
        values.put("percent", Integer.toString(ThreadLocalRandom.current().nextInt(60, 80)));
        for (var next : new Ask[] {Ask.EXAM_DATA, Ask.EXAM_EXTRACT, Ask.EXAM_RESULTS}) {
            if (last.outcome() != Outcome.ANSWERED) {
                return last;
            }
            last = http.ask(next, values);
        }
        return last;
    }

    private YearMonth session() {
        var month = YearMonth.from(today.date());
        while (month.getMonth() != Month.MAY && month.getMonth() != Month.OCTOBER) {
            month = month.minusMonths(1);
        }
        return month;
    }
}
