package dev.kapu.submission;

import static dev.kapu.submission.State.ACCEPTED;
import static dev.kapu.submission.State.AUTHENTICATED;
import static dev.kapu.submission.State.RECEIVED;
import static dev.kapu.submission.State.REFUSED;
import static dev.kapu.submission.State.WITHDRAWN;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What may follow what (K16), for every form: the purposes differ only in whether a signature is needed. */
@Component
class Lifecycle {
    private static final Map<State, Map<Step, State>> SIGNED = Map.of(
            RECEIVED, Map.of(Step.AUTHENTICATE, AUTHENTICATED, Step.REFUSE, REFUSED, Step.WITHDRAW, WITHDRAWN),
            AUTHENTICATED, Map.of(Step.ACCEPT, ACCEPTED, Step.REFUSE, REFUSED, Step.WITHDRAW, WITHDRAWN),
            ACCEPTED, Map.of(),
            REFUSED, Map.of(),
            WITHDRAWN, Map.of());

    private static final Map<State, Map<Step, State>> UNSIGNED = Map.of(
            RECEIVED, Map.of(Step.ACCEPT, ACCEPTED, Step.REFUSE, REFUSED, Step.WITHDRAW, WITHDRAWN),
            AUTHENTICATED, Map.of(),
            ACCEPTED, Map.of(),
            REFUSED, Map.of(),
            WITHDRAWN, Map.of());

    private final SubmissionProperties properties;

    Lifecycle(SubmissionProperties properties) {
        this.properties = properties;
    }

    boolean needsSignature(Form form) {
        return properties.authentication().of(form.purpose()) == SubmissionProperties.How.SHEET;
    }

    /** @throws FaultException {@code Client.Submission.WrongState} */
    State after(Form form, State state, Step step) {
        // What was authenticated before the configuration changed goes on as such.
        var table = needsSignature(form) || state == AUTHENTICATED ? SIGNED : UNSIGNED;
        var next = table.getOrDefault(state, Map.of()).get(step);
        if (next == null) {
            throw new FaultException(Fault.SUBMISSION_STATE, Word.of(state));
        }
        return next;
    }
}
