package dev.kapu.submission;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Forms about pupils that a school sends, and the Office authenticates and accepts. */
public record SentForms(ApplicationContext hub, InstitutionCode school) {
    private static final Reach OFFICE = new Reach(Scope.EVERYONE, null);

    public Order order(Purpose purpose) {
        return new Order(new Form(purpose, Role.STUDENT, Mode.INTERNET), school, false, "school-program");
    }

    public Reach reach() {
        return new Reach(Scope.RESPONSIBLE_INSTITUTION, school.text());
    }

    public Submission sent(Order order, List<? extends Entry> entries) {
        return hub.getBean(Submissions.class)
                .submit(order, List.<Entry>copyOf(entries).iterator(), null, reach());
    }

    public Submission sent(Purpose purpose, List<? extends Entry> entries) {
        return sent(order(purpose), entries);
    }

    public Submission authenticated(Order order, List<? extends Entry> entries) {
        return hub.getBean(Decisions.class).confirm(sent(order, entries).barcode(), "office", OFFICE);
    }

    public Submission accepted(Purpose purpose, Entry entry) {
        var number = authenticated(order(purpose), List.of(entry)).number();
        return hub.getBean(Decisions.class).accept(number, "office", OFFICE);
    }

    /** What became of the only entry. */
    public EntryOutcome only(Submission submission) {
        var outcomes = hub.getBean(Tracking.class).outcomes(submission.number(), 1, 2, OFFICE);
        if (outcomes.size() != 1) {
            throw new AssertionError(outcomes.size() + " entries");
        }
        return outcomes.get(0);
    }
}
