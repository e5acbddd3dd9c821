package dev.kapu.systems.submissions;

import static dev.kapu.contract.Dates.at;

import dev.kapu.contract.faults.Language;
import dev.kapu.contract.faults.LocalizedText;
import dev.kapu.contract.submission.Action;
import dev.kapu.contract.submission.Actor;
import dev.kapu.contract.submission.EntryOutcome;
import dev.kapu.contract.submission.Finding;
import dev.kapu.contract.submission.Mode;
import dev.kapu.contract.submission.Name;
import dev.kapu.contract.submission.Outcome;
import dev.kapu.contract.submission.PathStep;
import dev.kapu.contract.submission.Purpose;
import dev.kapu.contract.submission.Reported;
import dev.kapu.contract.submission.Role;
import dev.kapu.contract.submission.Signer;
import dev.kapu.contract.submission.State;
import dev.kapu.contract.submission.Submission;
import dev.kapu.contract.submission.Transition;
import dev.kapu.fault.FaultTexts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Submissions as the contracts write them. */
final class ContractSubmissions {
    private ContractSubmissions() {}

    static Submission of(dev.kapu.submission.Submission from) {
        var submission = new Submission();
        submission.setSubmissionNumber(from.number());
        submission.setFormCode(from.form().code());
        submission.setPurpose(Purpose.valueOf(from.form().purpose().name()));
        submission.setRole(Role.valueOf(from.form().role().name()));
        submission.setMode(Mode.valueOf(from.form().mode().name()));
        submission.setInstitutionCode(from.institution().text());
        submission.setAllOrNothing(from.allOrNothing());
        submission.setState(State.valueOf(from.state().name()));
        submission.setReceivedAt(at(from.receivedAt()));
        submission.setStateSince(at(from.stateSince()));
        submission.setEntryCount(from.entries());
        submission.setRefusedCount(from.failed());
        submission.setHash(from.hash());
        submission.setBarcode(from.barcode());
        return submission;
    }

    static EntryOutcome of(dev.kapu.submission.EntryOutcome from) {
        var outcome = new EntryOutcome();
        outcome.setPosition(from.position());
        outcome.setReference(from.reference());
        outcome.setOutcome(Outcome.valueOf(from.outcome().name()));
        var id = from.educationId();
        outcome.setEducationId(id == null ? null : id.text());
        from.findings().stream().map(ContractSubmissions::of).forEach(outcome.getFinding()::add);
        outcome.setReported(of(from.reported()));
        return outcome;
    }

    private static @Nullable Reported of(dev.kapu.submission.@Nullable Reported from) {
        if (from == null || (from.name() == null && from.birthDate() == null)) {
            return null;
        }
        var reported = new Reported();
        reported.setBirthDate(from.birthDate());
        var held = from.name();
        if (held != null) {
            var name = new Name();
            name.setFamily(held.family());
            name.setGiven(held.given());
            reported.setName(name);
        }
        return reported;
    }

    private static Finding of(dev.kapu.registry.Finding from) {
        var finding = new Finding();
        finding.setField(from.field());
        finding.setCode(from.fault().code());
        finding.getText().addAll(texts(language -> FaultTexts.text(from.fault(), language, from.field())));
        finding.getRemedy().addAll(texts(language -> FaultTexts.remedy(from.fault(), language)));
        return finding;
    }

    static List<LocalizedText> texts(Function<Locale, String> text) {
        return FaultTexts.LANGUAGES.stream()
                .map(language -> {
                    var localized = new LocalizedText();
                    localized.setLang(Language.fromValue(language.getLanguage()));
                    localized.setValue(text.apply(language));
                    return localized;
                })
                .toList();
    }

    static Transition of(dev.kapu.submission.Transition from) {
        var transition = new Transition();
        transition.setAt(at(from.at()));
        transition.setBy(from.by());
        var before = from.from();
        transition.setFromState(before == null ? null : State.valueOf(before.name()));
        transition.setToState(State.valueOf(from.to().name()));
        var reason = from.reason();
        if (reason != null) {
            transition.setReasonCode(reason.code());
            transition.setReasonText(reason.text());
        }
        return transition;
    }

    static PathStep of(dev.kapu.submission.PathStep from) {
        var step = new PathStep();
        step.setPosition(from.position());
        step.setAction(Action.valueOf(from.action().name()));
        step.setActor(Actor.valueOf(from.action().actor().name()));
        return step;
    }

    static Signer of(dev.kapu.submission.Signer from) {
        var signer = new Signer();
        signer.setInstitutionCode(from.institution().text());
        signer.setFingerprint(from.fingerprint());
        signer.setSubject(from.subject());
        signer.setRegisteredAt(at(from.registeredAt()));
        var revoked = from.revokedAt();
        signer.setRevokedAt(revoked == null ? null : at(revoked));
        return signer;
    }
}
