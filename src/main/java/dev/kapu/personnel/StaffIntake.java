package dev.kapu.personnel;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Today;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what a report says of one person: all of it, or nothing. */
@Component
class StaffIntake {
    /** Each is tried with each later one, so they must not be many; of who is not registered alike. */
    private static final int MOST_OPEN = 200;

    private final StaffMessageStore messages;
    private final Today today;

    StaffIntake(StaffMessageStore messages, Today today) {
        this.messages = messages;
        this.today = today;
    }

    /**
     * @param all IDs of the person
     * @param report in which the messages stand
     * @return why nothing was kept: {@code Client.Personnel.NumberReused} or {@code Client.Personnel.TooManyOpen}
     */
    Optional<FaultException> keep(Collection<EducationId> all, List<StaffMessage> said, List<StaffMessage> report) {
        var numbered = new HashMap<Numbered, StaffMessage>();
        var fresh = new ArrayList<StaffMessage>();
        for (var message : said) {
            var number = new Numbered(message.educationId(), message.number());
            var kept = messages.find(message.educationId(), message.number());
            var earlier = kept.isPresent() ? kept.get().said() : numbered.get(number);
            if (earlier != null && !earlier.equals(message)) {
                var where = "message[" + (report.indexOf(message) + 1) + "]/messageNumber";
                return Optional.of(new FaultException(Fault.PERSONNEL_NUMBER_REUSED, where));
            }
            if (kept.isEmpty() && numbered.put(number, message) == null) {
                fresh.add(message);
            }
        }
        if (!fresh.isEmpty() && messages.countOpen(all) + fresh.size() > MOST_OPEN) {
            return Optional.of(new FaultException(Fault.PERSONNEL_TOO_MANY_OPEN, Integer.toString(MOST_OPEN)));
        }
        fresh.forEach(message -> messages.keep(message, today.instant()));
        return Optional.empty();
    }

    private record Numbered(EducationId id, int number) {}
}
