package dev.kapu.demo;

import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Works for schools: asks for cards by queue, checks whom it registers, and reports who has left by queue. */
final class SchoolProgram implements Simulator {
    static final String NAME = "school-program";
    static final String REPLIES = "kapu.replies." + NAME;

    private static final String INBOX = "kapu.in." + NAME;
    private static final Template END = Template.load("school-program/endAffiliation");

    private final HttpWire http;
    private final QueueWire queue;
    private final People people;

    SchoolProgram(HttpWire http, QueueWire queue, People people) {
        this.http = http;
        this.queue = queue;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double share() {
        return 0.25;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        return people.ask(person ->
                ThreadLocalRandom.current().nextInt(3) == 0 ? card(person) : verify(Claim.mostlyRight(person)));
    }

    /** By queue. */
    Answer card(SyntheticPerson person) throws IOException {
        return queue.ask(
                Ask.CARD,
                Map.of(
                        "educationId", person.educationId(),
                        "institutionCode", person.institutionCode(),
                        "siteSerial", person.siteSerial(),
                        "settlement", person.settlement(),
                        "cardType", person.cardType()));
    }

    Answer verify(Map<String, String> claim) throws IOException, InterruptedException {
        return http.ask(Ask.PUPIL, claim);
    }

    /** @return the message's id; there is no answer */
    String endAffiliation(SyntheticPerson person, LocalDate lastDay) throws IOException {
        var id = UUID.randomUUID().toString();
        var body = END.fill(Map.of(
                "educationId", person.educationId(),
                "institutionCode", person.institutionCode(),
                "type", person.type(),
                "endDate", lastDay.toString()));
        queue.send(INBOX, body, Map.of("id", id, "userId", "HU-CLERK-7", "representedParty", person.institutionCode()));
        return id;
    }

    @Override
    public void close() {
        queue.close();
    }
}
