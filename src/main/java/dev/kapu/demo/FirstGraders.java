package dev.kapu.demo;

import dev.kapu.registry.PersonName;
import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPerson;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A school registers two children on paper; its queue brings their IDs (W1, K10, K16). */
final class FirstGraders implements Scene.Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AGE = 6;

    private final HttpWire school;
    private final Postbox news;
    private final Paperwork paperwork;
    private final Whom whom;
    private final Protagonists protagonists;
    private final Today today;

    FirstGraders(
            HttpWire school, Postbox news, Paperwork paperwork, Whom whom, Protagonists protagonists, Today today) {
        this.school = school;
        this.news = news;
        this.paperwork = paperwork;
        this.whom = whom;
        this.protagonists = protagonists;
        this.today = today;
    }

    private record Child(PersonName name, LocalDate birthDate) {
        static Child invented(LocalDate day) {
            return new Child(
                    new PersonName(Invented.word(), Invented.word()),
                    day.minusYears(AGE).minusDays(ThreadLocalRandom.current().nextInt(300)));
        }

        /** Hazard: even an invented person does not belong into a log line. */
        @Override
        public String toString() {
            return "Child";
        }
    }

    @Override
    public String play() throws IOException, InterruptedException {
        var neighbour = whom.student(Whom.PRIMARY);
        var day = today.date();
        var children = List.of(Child.invented(day), Child.invented(day));
        var code = neighbour.institutionCode();
        var sent = school.get(Ask.REGISTRATION, form(neighbour, day, children));
        var ids = paperwork.carry(sent, code, "registered").all("educationId");
        var registered = new ArrayList<SyntheticPerson>();
        for (int place = 0; place < children.size(); place++) {
            var id = ids.get(place);
            var child = children.get(place);
            news.await("personRegistered", event -> event.isOf(id), PATIENCE);
            registered.add(new SyntheticPerson(
                    id,
                    child.name(),
                    child.birthDate(),
                    code,
                    neighbour.siteSerial(),
                    neighbour.settlement(),
                    "compulsory-student",
                    "student"));
        }
        protagonists.firstGraders(registered);
        return ("school %s sends %d children; the Office scans the signed sheet and accepts; %d education IDs, "
                        + "told to the school by queue")
                .formatted(code, children.size(), ids.size());
    }

    private Map<String, String> form(SyntheticPerson neighbour, LocalDate day, List<Child> children)
            throws Setback, InterruptedException {
        var home = whom.school(neighbour.institutionCode());
        var form = new HashMap<String, String>();
        form.put("institutionCode", home.code());
        form.put("siteSerial", neighbour.siteSerial());
        form.put("postcode", home.postcode());
        form.put("settlement", home.settlement());
        form.put("street", "Kossuth u. " + ThreadLocalRandom.current().nextInt(1, 100) + ".");
        form.put("startDate", day.toString());
        for (int place = 1; place <= children.size(); place++) {
            var child = children.get(place - 1);
            form.put("family" + place, child.name().family());
            form.put("given" + place, child.name().given());
            form.put("mother" + place, Invented.word());
            form.put("birthDate" + place, child.birthDate().toString());
        }
        return form;
    }
}
