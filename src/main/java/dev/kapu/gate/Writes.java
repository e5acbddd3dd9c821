package dev.kapu.gate;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.MessageDigest;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a write once for each message id of a partner: the change and its answer commit together, the same message again
 * gets the first answer, another body under the same id is refused.
 */
@Component
final class Writes {
    /** @param body the answer's element, as it left the first time */
    record Answer(byte[] body, Disclosure disclosure) {}

    private final AnsweredWriteStore store;
    private final Contracts contracts;
    private final TransactionTemplate transaction;

    Writes(AnsweredWriteStore store, Contracts contracts, TransactionTemplate transaction) {
        this.store = store;
        this.contracts = contracts;
        this.transaction = transaction;
    }

    byte[] once(Request request, Draft draft, Callable<Answer> change) {
        var id = request.headers().id();
        if (id == null) {
            throw new FaultException(Fault.HEADER_MISSING, "id");
        }
        byte[] hash = Hashes.sha256(contracts.write(request.body()));
        return transaction.execute(status -> {
            if (!store.claim(request.partner(), id, request.operation().id(), hash)) {
                return again(request, id, hash, draft);
            }
            var answer = call(change);
            store.complete(request.partner(), id, answer);
            return answer.body();
        });
    }

    private byte[] again(Request request, String id, byte[] hash, Draft draft) {
        var first = store.first(request.partner(), id);
        if (!first.operation().equals(request.operation().id()) || !MessageDigest.isEqual(first.hash(), hash)) {
            throw new FaultException(Fault.ID_REUSED, "id");
        }
        draft.repeated();
        draft.disclosed(first.answer().disclosure());
        return first.answer().body();
    }

    private static Answer call(Callable<Answer> change) {
        try {
            return change.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }
}
