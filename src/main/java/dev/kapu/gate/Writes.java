package dev.kapu.gate;

import dev.kapu.access.Decision.Permit;
import dev.kapu.audit.ChangeRecorder;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a write once for each message id of a partner. The change, its answer and its disclosure record commit together
 * or not at all, so that no change is without its record. The same message again gets the first answer, as long
 * as today's permit covers all of it, unless it was a secret; another body under the same id is refused.
 */
@Component
final class Writes {
    /** @param body the answer's element, as it left the first time */
    record Answer(byte[] body, Disclosure disclosure) {
        private static final byte[] NOT_KEPT = new byte[0];

        Answer forgotten() {
            return new Answer(NOT_KEPT, disclosure);
        }

        boolean isForgotten() {
            return body.length == 0;
        }
    }

    /** @param kept what the same message gets again */
    record Outcome(Answer leaving, Answer kept) {}

    private final AnsweredWriteStore store;
    private final ChangeRecorder recorder;
    private final Contracts contracts;
    private final Doors doors;
    private final TransactionTemplate transaction;

    Writes(
            AnsweredWriteStore store,
            ChangeRecorder recorder,
            Contracts contracts,
            Doors doors,
            TransactionTemplate transaction) {
        this.store = store;
        this.recorder = recorder;
        this.contracts = contracts;
        this.doors = doors;
        this.transaction = transaction;
    }

    /** @return the answer as it leaves; a first one is on the record, one given again is not yet */
    byte[] once(Request request, Permit permit, Draft draft, Envelope envelope, Callable<Outcome> change) {
        var id = request.headers().id();
        if (id == null) {
            throw new FaultException(Fault.HEADER_MISSING, "id");
        }
        byte[] hash = contracts.hash(request.body());
        var first = transaction.execute(status -> store.claim(
                        request.partner(),
                        request.headers(),
                        request.operation().id(),
                        hash)
                ? Optional.of(carriedOut(request, id, draft, envelope, change))
                : Optional.<byte[]>empty());
        if (first.isEmpty()) {
            return envelope.answer(again(request, permit, id, hash, draft));
        }
        draft.recorded();
        return first.get();
    }

    private byte[] carriedOut(Request request, String id, Draft draft, Envelope envelope, Callable<Outcome> change) {
        var outcome = call(change);
        var kept = outcome.kept();
        store.complete(request.partner(), id, doors.isSecret(request.operation().id()) ? kept.forgotten() : kept);
        byte[] leaving = envelope.answer(outcome.leaving().body());
        recorder.recordWithin(draft.seal(leaving.length));
        return leaving;
    }

    private byte[] again(Request request, Permit permit, String id, byte[] hash, Draft draft) {
        var first = store.first(request.partner(), id);
        if (!first.operation().equals(request.operation().id()) || !MessageDigest.isEqual(first.hash(), hash)) {
            throw new FaultException(Fault.ID_REUSED, "id");
        }
        if (first.answer().isForgotten()) {
            throw new FaultException(Fault.ANSWER_NOT_KEPT, "id");
        }
        // The grant may have been narrowed since, and the answer is stored as it left.
        if (!permit.fields().containsAll(first.answer().disclosure().fields())) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
        draft.repeated();
        draft.disclosed(first.answer().disclosure());
        return first.answer().body();
    }

    private static Outcome call(Callable<Outcome> change) {
        try {
            return change.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }
}
