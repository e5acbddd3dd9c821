package dev.kapu.messaging;

import dev.kapu.contract.Dates;
import dev.kapu.contract.submission.Outcome;
import dev.kapu.contract.submission.State;
import dev.kapu.submission.SignerRegistered;
import dev.kapu.submission.SignerRevoked;
import dev.kapu.submission.SubmissionEntryDecided;
import dev.kapu.submission.SubmissionStateChanged;
import java.util.List;

/** Events about submissions and who signs them, as {@code wsdl/events.xsd} writes them. */
final class SubmissionBodies {
    static final List<EventContract<?>> ALL = List.of(
            new EventContract<>(
                    SubmissionStateChanged.class,
                    dev.kapu.contract.events.SubmissionStateChanged.class,
                    SubmissionBodies::of),
            new EventContract<>(
                    SubmissionEntryDecided.class,
                    dev.kapu.contract.events.SubmissionEntryDecided.class,
                    SubmissionBodies::of),
            new EventContract<>(
                    SignerRegistered.class, dev.kapu.contract.events.SignerRegistered.class, SubmissionBodies::of),
            new EventContract<>(
                    SignerRevoked.class, dev.kapu.contract.events.SignerRevoked.class, SubmissionBodies::of));

    private SubmissionBodies() {}

    private static Object of(SubmissionStateChanged changed) {
        var body = new dev.kapu.contract.events.SubmissionStateChanged();
        body.setEventId(changed.eventId().toString());
        body.setSubmissionNumber(changed.number());
        body.setFormCode(changed.form().code());
        body.setInstitutionCode(changed.institutionCode());
        body.setState(State.fromValue(changed.stateWord()));
        body.setOccurredAt(Dates.at(changed.occurredAt()));
        return body;
    }

    private static Object of(SubmissionEntryDecided decided) {
        var body = new dev.kapu.contract.events.SubmissionEntryDecided();
        body.setEventId(decided.eventId().toString());
        body.setSubmissionNumber(decided.number());
        body.setPosition(decided.position());
        body.setInstitutionCode(decided.institutionCode());
        body.setOutcome(Outcome.fromValue(decided.outcomeWord()));
        body.setOccurredAt(Dates.at(decided.occurredAt()));
        return body;
    }

    private static Object of(SignerRegistered registered) {
        var body = new dev.kapu.contract.events.SignerRegistered();
        body.setEventId(registered.eventId().toString());
        body.setInstitutionCode(registered.institutionCode());
        body.setFingerprint(registered.fingerprint());
        body.setOccurredAt(Dates.at(registered.occurredAt()));
        return body;
    }

    private static Object of(SignerRevoked revoked) {
        var body = new dev.kapu.contract.events.SignerRevoked();
        body.setEventId(revoked.eventId().toString());
        body.setInstitutionCode(revoked.institutionCode());
        body.setFingerprint(revoked.fingerprint());
        body.setOccurredAt(Dates.at(revoked.occurredAt()));
        return body;
    }
}
