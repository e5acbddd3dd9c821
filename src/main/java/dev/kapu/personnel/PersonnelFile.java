package dev.kapu.personnel;

import dev.kapu.registry.EducationId;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.history.FurtherRecords;
import dev.kapu.registry.person.PersonStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the personnel module has said of a person, for the person (K27). What came with another birth date than the
 * registry has or had may be about somebody else and is left out.
 */
@Component
class PersonnelFile implements FurtherRecords {
    private final StaffMessageStore messages;
    private final PersonStore persons;

    PersonnelFile(StaffMessageStore messages, PersonStore persons) {
        this.messages = messages;
        this.persons = persons;
    }

    @Override
    public List<FurtherRecord> about(List<EducationId> all) {
        return messages.of(all).stream()
                .filter(one -> one.identified() || isAbout(all, one))
                .sorted(Comparator.comparing(KeptMessage::receivedAt))
                .map(PersonnelFile::record)
                .toList();
    }

    private boolean isAbout(List<EducationId> all, KeptMessage message) {
        var said = message.said();
        return said != null && all.stream().anyMatch(id -> persons.isBorn(id, said.birthDate()));
    }

    private static FurtherRecord record(KeptMessage from) {
        var said = Objects.requireNonNull(from.said());
        var data = new LinkedHashMap<String, String>();
        data.put("messageNumber", Integer.toString(from.number()));
        data.put("kind", said.kind().word());
        data.put("validFrom", said.day().toString());
        data.put("type", said.type().word());
        Optional.ofNullable(said.site()).ifPresent(site -> data.put("siteSerial", site.text()));
        Optional.ofNullable(said.weeklyHours()).ifPresent(hours -> data.put("weeklyHours", hours.toPlainString()));
        Optional.ofNullable(said.post()).ifPresent(post -> data.put("post", post));
        data.put("state", from.state().word());
        Optional.ofNullable(from.reason()).ifPresent(reason -> data.put("reason", reason));
        return new FurtherRecord(
                "personnel-message", from.receivedAt(), null, said.institution().text(), data);
    }
}
