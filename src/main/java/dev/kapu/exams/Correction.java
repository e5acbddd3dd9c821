package dev.kapu.exams;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changes in a document. Whose it is, its number and its kind stay for ever: a document of somebody else is
 * annulled, and registered for the right person (K4).
 *
 * @param reference of the document in which it was decided (E5, E9)
 * @param effect whether the document is worth something afterwards
 */
public record Correction(String number, String reference, String reason, Effect effect, Right right) {
    public enum Effect {
        CORRECTED,
        /** Worth nothing from now on. */
        ANNULLED,
        /** Annulled by mistake: worth again what it was before. */
        REINSTATED
    }

    /**
     * What the document should have said; null and empty: as it is.
     *
     * @param name as it should stand on the document
     * @param type one that gives the same kind of document
     * @param institution at which the exam was taken; it may have closed since
     * @param results all of them
     */
    public record Right(
            @Nullable PersonName name,
            @Nullable ExamSession session,
            @Nullable ExamType type,
            @Nullable InstitutionCode institution,
            @Nullable LocalDate issuedOn,
            List<ExamResult> results) {
        public static final Right NOTHING = new Right(null, null, null, null, null, List.of());

        /** Hazard: must not show a name or result. */
        @Override
        public String toString() {
            return "Right";
        }
    }

    /** @throws FaultException {@code Client.Message.Invalid} if it changes nothing */
    public Correction {
        if (effect == Effect.CORRECTED && right.equals(Right.NOTHING)) {
            throw new FaultException(Fault.INVALID, "result");
        }
    }

    /** Hazard: must not show a result. */
    @Override
    public String toString() {
        return "Correction";
    }
}
