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
 * @param annulled the document is worth nothing from now on
 * @param issuedOn null: as it is
 * @param results all of them; empty: as they are
 */
public record Correction(
        String number,
        String reference,
        String reason,
        boolean annulled,
        @Nullable LocalDate issuedOn,
        List<ExamResult> results) {
    /** @throws FaultException {@code Client.Message.Invalid} if it changes nothing */
    public Correction {
        if (!annulled && issuedOn == null && results.isEmpty()) {
            throw new FaultException(Fault.INVALID, "result");
        }
    }

    /** Hazard: must not show a result. */
    @Override
    public String toString() {
        return "Correction";
    }
}
