package dev.kapu.gate;

import dev.kapu.audit.PersonalRecord;
import dev.kapu.audit.PersonalRecords;
import dev.kapu.scope.DisclosureLog;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The disclosure records of a person, for steps, which know neither gate nor audit (ADR 14). */
@Component
final class RecordedLooks implements DisclosureLog {
    private final PersonalRecords records;

    RecordedLooks(PersonalRecords records) {
        this.records = records;
    }

    @Override
    public List<Look> about(List<String> educationIds, @Nullable Long before, int limit) {
        return records.about(educationIds, before, limit).stream()
                .map(RecordedLooks::look)
                .toList();
    }

    private static Look look(PersonalRecord kept) {
        var from = kept.record();
        return new Look(
                kept.number(),
                from.at(),
                from.partner(),
                from.representedInstitution(),
                from.operation(),
                from.purpose(),
                from.outcome().name().toLowerCase(Locale.ROOT),
                from.fields());
    }
}
