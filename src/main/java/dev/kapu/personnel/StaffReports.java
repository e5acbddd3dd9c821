package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.staff.StaffSpan;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the personnel module reports about staff (E4), and what has become of it. */
@Component
public class StaffReports {
    /** As in the schema. */
    private static final int MOST = 500;

    private static final int MOST_OPEN = 200;

    private final StaffMessageStore messages;
    private final EmploymentStore employments;
    private final Replay replay;
    private final PresentIds ids;
    private final Today today;

    StaffReports(StaffMessageStore messages, EmploymentStore employments, Replay replay, PresentIds ids, Today today) {
        this.messages = messages;
        this.employments = employments;
        this.replay = replay;
        this.ids = ids;
        this.today = today;
    }

    /**
     * @param person under their present ID
     * @param employments as the registry was made to hold them
     */
    public record Said(EducationId person, List<KeptMessage> kept, List<StaffSpan> employments) {}

    /**
     * Keeps the messages and replays what they say of each person. Nothing is kept of a report that is refused.
     *
     * @return what has become of each, in the order given
     * @throws FaultException {@code Client.Personnel.NumberReused} if another message came under a number before;
     *     {@code Client.Personnel.TooManyOpen}; {@code Client.Message.Invalid} if they are too many
     */
    @Transactional
    public List<KeptMessage> report(List<StaffMessage> reported) {
        if (reported.size() > MOST) {
            throw new FaultException(Fault.INVALID, "message");
        }
        var about = lock(reported.stream().map(StaffMessage::educationId));
        boolean anyNew = false;
        int position = 0;
        for (var message : reported) {
            position++;
            boolean isNew = messages.keep(message, today.instant());
            if (!isNew && !isSame(message)) {
                throw new FaultException(Fault.PERSONNEL_NUMBER_REUSED, "message[" + position + "]/messageNumber");
            }
            anyNew |= isNew;
        }
        if (anyNew) {
            about.forEach(this::requireFewOpen);
        }
        about.forEach(replay::of);
        return reported.stream()
                .flatMap(message -> messages.find(message.educationId(), message.number()).stream())
                .toList();
    }

    /** The module's own correction; a number whose message has not come may be withdrawn as well. */
    @Transactional
    public KeptMessage withdraw(EducationId id, int number) {
        var about = lock(Stream.of(id));
        messages.withdraw(id, number, today.instant());
        about.forEach(replay::of);
        return messages.find(id, number).orElseThrow();
    }

    /** The oldest first. */
    public List<KeptMessage> parked(int limit) {
        return messages.parked(limit);
    }

    public int countParked() {
        return messages.countParked();
    }

    /** Of a person of whom the module has spoken, by whichever ID; nothing of anybody else. */
    @Transactional(readOnly = true)
    public Said of(EducationId asked) {
        var present = ids.current(asked);
        var all = ids.all(present);
        var kept = messages.of(all);
        return new Said(present, kept, kept.isEmpty() ? List.of() : employments.followed(all));
    }

    /** In a transaction of its own: what waited for its day, or contradicted, is tried again. */
    @Transactional
    public void retry(EducationId id) {
        lock(Stream.of(id)).forEach(replay::of);
    }

    /** @return the persons' present IDs, in one order, so that no two reports wait for each other */
    private Collection<EducationId> lock(Stream<EducationId> asked) {
        var present = ids.current(asked.distinct().toList()).stream()
                .distinct()
                .sorted(Comparator.comparingLong(EducationId::number))
                .toList();
        messages.lock(present);
        return present;
    }

    /** Each is tried with each later one, so they must not be many; of who is not registered alike. */
    private void requireFewOpen(EducationId present) {
        if (messages.countOpen(ids.all(present)) > MOST_OPEN) {
            throw new FaultException(Fault.PERSONNEL_TOO_MANY_OPEN, Integer.toString(MOST_OPEN));
        }
    }

    private boolean isSame(StaffMessage message) {
        var kept = messages.find(message.educationId(), message.number()).orElseThrow();
        return kept.said() == null || message.equals(kept.said());
    }
}
