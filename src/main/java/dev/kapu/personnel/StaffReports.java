package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.staff.StaffSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the personnel module reports about staff (E4), and what has become of it. */
@Component
public class StaffReports {
    /** As in the schema. */
    private static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(StaffReports.class);

    private final StaffMessageStore messages;
    private final StaffIntake intake;
    private final EmploymentStore employments;
    private final Replay replay;
    private final PresentIds ids;
    private final Today today;

    StaffReports(
            StaffMessageStore messages,
            StaffIntake intake,
            EmploymentStore employments,
            Replay replay,
            PresentIds ids,
            Today today) {
        this.messages = messages;
        this.intake = intake;
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
     * Keeps the messages and replays what they say of each person. Of a person of whom one is refused nothing of the report is
     * kept; what it says of others is.
     *
     * @return what has become of each, in the order given
     * @throws FaultException if everything is refused: {@code Client.Personnel.NumberReused}, as another message came under
     *     a number before, or {@code Client.Personnel.TooManyOpen}; {@code Client.Message.Invalid} if they are too many
     */
    @Transactional
    public List<KeptMessage> report(List<StaffMessage> reported) {
        if (reported.size() > MOST) {
            throw new FaultException(Fault.INVALID, "message");
        }
        lock(reported.stream().map(StaffMessage::educationId));
        var persons = byPerson(reported);
        var refused = new LinkedHashMap<EducationId, FaultException>();
        persons.forEach((person, said) ->
                intake.keep(ids.all(person), said, reported).ifPresent(why -> refused.put(person, why)));
        if (!refused.isEmpty() && refused.size() == persons.size()) {
            throw refused.values().iterator().next();
        }
        persons.keySet().stream().filter(person -> !refused.containsKey(person)).forEach(replay::of);
        if (!refused.isEmpty()) {
            LOG.warn("Of a report of the personnel module what it says of {} persons is refused", refused.size());
        }
        return outcome(reported, persons, refused);
    }

    /** In one order, as they are locked. */
    private SortedMap<EducationId, List<StaffMessage>> byPerson(List<StaffMessage> reported) {
        var present =
                ids.current(reported.stream().map(StaffMessage::educationId).toList());
        var persons = new TreeMap<EducationId, List<StaffMessage>>(Comparator.comparingLong(EducationId::number));
        for (int i = 0; i < reported.size(); i++) {
            persons.computeIfAbsent(present.get(i), any -> new ArrayList<>()).add(reported.get(i));
        }
        return persons;
    }

    private List<KeptMessage> outcome(
            List<StaffMessage> reported,
            Map<EducationId, List<StaffMessage>> persons,
            Map<EducationId, FaultException> refused) {
        var reasons = new HashMap<EducationId, String>();
        persons.forEach((person, said) -> {
            var why = refused.get(person);
            if (why != null) {
                said.forEach(one -> reasons.put(one.educationId(), why.fault().code()));
            }
        });
        return reported.stream()
                .flatMap(one -> reasons.containsKey(one.educationId())
                        ? Stream.of(notKept(one, reasons.get(one.educationId())))
                        : messages.find(one.educationId(), one.number()).stream())
                .toList();
    }

    private KeptMessage notKept(StaffMessage message, @Nullable String reason) {
        return new KeptMessage(
                message.educationId(), message.number(), message, today.instant(), MessageState.REFUSED, reason, false);
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

    /** @param number of the last one of the page before, which is about the person with the ID */
    public List<KeptMessage> parkedAfter(EducationId id, int number, int limit) {
        return messages.parkedAfter(id, number, limit);
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
}
