package dev.kapu.exams;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changes in a document.
 *
 * @param reference of the document in which it was decided (E5, E9)
 * @param effect whether the document is worth something afterwards
 * @param issuedOn null: as it is
 * @param results all of them; empty: as they are
 */
public record Correction(
        String number,
        String reference,
        String reason,
        Effect effect,
        @Nullable LocalDate issuedOn,
        List<ExamResult> results) {
    public enum Effect {
        CORRECTED,
        /** Worth nothing from now on. */
        ANNULLED,
        /** Annulled by mistake: worth again what it was before. */
        REINSTATED
    }

    /** @throws FaultException {@code Client.Message.Invalid} if it changes nothing */
    public Correction {
        if (effect == Effect.CORRECTED && issuedOn == null && results.isEmpty()) {
            throw new FaultException(Fault.INVALID, "result");
        }
    }

    /** Hazard: must not show a result. */
    @Override
    public String toString() {
        return "Correction";
    }
}
