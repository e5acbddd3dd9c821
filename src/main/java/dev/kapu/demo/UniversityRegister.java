package dev.kapu.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps students and lecturers: takes over the IDs of those who have one, and asks for one for who comes from abroad. */
final class UniversityRegister implements Simulator {
    static final String NAME = "higher-education-registry";

    private final HttpWire http;
    private final People people;

    UniversityRegister(HttpWire http, People people) {
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
        return ThreadLocalRandom.current().nextInt(10) == 0
                ? give().outcome()
                : people.ask(person -> adopt(Claim.mostlyRight(person)));
    }

    Answer adopt(Map<String, String> claim) throws IOException, InterruptedException {
        var values = new HashMap<>(claim);
        values.put("role", ThreadLocalRandom.current().nextInt(5) == 0 ? "lecturer" : "student");
        return http.ask(Ask.ADOPTION, values);
    }

    Answer give() throws IOException, InterruptedException {
        var dice = ThreadLocalRandom.current();
        return http.ask(
                Ask.NEW_ID,
                Map.of(
                        "family",
                        Invented.word(),
                        "given",
                        Invented.word(),
                        "mother",
                        Invented.word(),
                        "birthPlace",
                        Invented.word(),
                        "birthDate",
                        LocalDate.of(2000, 1, 1).plusDays(dice.nextInt(2500)).toString()));
    }
}
