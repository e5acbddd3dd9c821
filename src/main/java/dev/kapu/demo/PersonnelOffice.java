package dev.kapu.demo;

import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The personnel module's desk: reports by queue who holds another post from today on, or works elsewhere, too. */
final class PersonnelOffice implements Simulator {
    static final String NAME = "personnel-module";
    static final String REPLIES = "kapu.replies." + NAME;

    private static final String INBOX = "kapu.in." + NAME;
    private static final Template TITLE = Template.load("personnel-module/title");
    private static final Template POSTING = Template.load("personnel-module/posting");
    private static final List<String> POSTS =
            List.of("tanár", "osztályfőnök", "munkaközösség-vezető", "igazgatóhelyettes");
    private static final int ATTEMPTS = 20;

    private final HttpWire http;
    private final QueueWire queue;
    private final People people;
    private final Today today;

    PersonnelOffice(HttpWire http, QueueWire queue, People people, Today today) {
        this.http = http;
        this.queue = queue;
        this.people = people;
        this.today = today;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double share() {
        return 0.05;
    }

    @Override
    public Outcome once() throws IOException, InterruptedException {
        var somebody = employed();
        if (somebody.isEmpty()) {
            return Outcome.NOTHING;
        }
        report(somebody.get(), POSTS.get(ThreadLocalRandom.current().nextInt(POSTS.size())));
        return Outcome.SENT;
    }

    /** @return the message's id; there is no answer */
    String report(SyntheticPerson person, String post) throws IOException, InterruptedException {
        return send(
                TITLE,
                person,
                Map.of("institutionCode", person.institutionCode(), "type", person.type(), "post", post));
    }

    /** Some hours a week at another institution. */
    String post(SyntheticPerson person, String institution, String site) throws IOException, InterruptedException {
        return send(
                POSTING, person, Map.of("institutionCode", institution, "siteSerial", site, "post", "óraadó tanár"));
    }

    private String send(Template message, SyntheticPerson person, Map<String, String> about)
            throws IOException, InterruptedException {
        var values = new HashMap<>(about);
        values.put("educationId", person.educationId());
        values.put("birthDate", person.birthDate().toString());
        values.put(
                "messageNumber",
                Integer.toString(timeline(person).all("messageNumber").size() + 1));
        values.put("validFrom", today.date().toString());
        var body = message.fill(values);
        var id = UUID.randomUUID().toString();
        queue.send(INBOX, body, Map.of("id", id, "userId", "HU-STAFF-3"));
        return id;
    }

    /** What it has said of the person so far: the next number is one more. */
    Answer timeline(SyntheticPerson person) throws IOException, InterruptedException {
        return http.ask(Ask.TIMELINE, Map.of("educationId", person.educationId()));
    }

    private Optional<SyntheticPerson> employed() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var somebody = people.somebody().filter(one -> one.cardType().equals("teacher"));
            if (somebody.isPresent()) {
                return somebody;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        queue.close();
    }
}
