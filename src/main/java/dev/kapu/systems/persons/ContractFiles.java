package dev.kapu.systems.persons;

import dev.kapu.contract.person.ChangedField;
import dev.kapu.contract.person.Datum;
import dev.kapu.contract.person.DisclosureEntry;
import dev.kapu.contract.person.HistoryEntry;
import dev.kapu.contract.person.ReviewEntry;
import dev.kapu.contract.person.SourceEntry;
import dev.kapu.registry.history.FurtherRecord;
import dev.kapu.registry.registration.Review;
import dev.kapu.scope.DisclosureLog;
import dev.kapu.submission.Source;
import java.time.ZoneOffset;
import java.util.Map;

/** Parts of a person's file as the contract writes them. */
final class ContractFiles {
    private ContractFiles() {}

    static HistoryEntry history(dev.kapu.registry.history.HistoryEntry from) {
        var entry = new HistoryEntry();
        entry.setAt(from.at().atOffset(ZoneOffset.UTC));
        entry.setKind(from.kind().word());
        entry.setPartner(from.partner());
        entry.setInstitutionCode(from.institution());
        for (var change : from.changes()) {
            var field = new ChangedField();
            field.setName(change.name());
            field.setBefore(change.before());
            field.setAfter(change.after());
            entry.getChangedField().add(field);
        }
        return entry;
    }

    static DisclosureEntry look(DisclosureLog.Look from) {
        var entry = new DisclosureEntry();
        entry.setRecordNumber(from.number());
        entry.setAt(from.at().atOffset(ZoneOffset.UTC));
        entry.setPartner(from.partner());
        entry.setInstitutionCode(from.institution());
        entry.setOperation(from.operation());
        entry.setPurpose(from.purpose());
        entry.setOutcome(from.outcome());
        entry.getDisclosedField().addAll(from.fields());
        return entry;
    }

    static ReviewEntry review(Review.Line from) {
        var entry = new ReviewEntry();
        entry.setReviewId(from.id().toString());
        entry.setOpenedAt(from.openedAt().atOffset(ZoneOffset.UTC));
        entry.setDecidedAt(from.decidedAt() == null ? null : from.decidedAt().atOffset(ZoneOffset.UTC));
        entry.setState(from.state().word());
        return entry;
    }

    static SourceEntry source(Source from) {
        var entry = new SourceEntry();
        entry.setSubmissionNumber(from.number());
        entry.setFormCode(from.form().code());
        entry.setInstitutionCode(from.institution().text());
        entry.setReceivedAt(from.receivedAt().atOffset(ZoneOffset.UTC));
        entry.setPosition(from.position());
        entry.setOutcome(from.outcome());
        return entry;
    }

    static dev.kapu.contract.person.FurtherRecord further(FurtherRecord from) {
        var entry = new dev.kapu.contract.person.FurtherRecord();
        entry.setKind(from.kind());
        entry.setAt(from.at().atOffset(ZoneOffset.UTC));
        entry.setPartner(from.partner());
        entry.setInstitutionCode(from.institution());
        from.data().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(held -> {
            var datum = new Datum();
            datum.setName(held.getKey());
            datum.setValue(held.getValue());
            entry.getDatum().add(datum);
        });
        return entry;
    }
}
