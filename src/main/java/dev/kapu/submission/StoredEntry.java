package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.Finding;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param data as {@link EntryJson} wrote it */
record StoredEntry(int position, String data, Verdict verdict) {
    /** What is known about an entry. */
    record Verdict(
            Outcome outcome,
            @Nullable EducationId educationId,
            @Nullable UUID review,
            List<Finding> findings) {
        static final Verdict PENDING = of(Outcome.PENDING);
        static final Verdict ALREADY_REGISTERED = alreadyRegistered(List.of());

        /** Where it would be a part of all or nothing. */
        static final Verdict ALIKE_HELD = refused(List.of(new Finding("entry", Fault.ALIKE_HELD)));

        static Verdict of(Outcome outcome) {
            return new Verdict(outcome, null, null, List.of());
        }

        /** It may go on; somebody had better look. */
        static Verdict warned(Finding finding) {
            return new Verdict(Outcome.PENDING, null, null, List.of(finding));
        }

        /** @param findings what would be wrong with the affiliation as well, when it is added by ID (W4) */
        static Verdict alreadyRegistered(List<Finding> findings) {
            return new Verdict(Outcome.ALREADY_REGISTERED, null, null, findings);
        }

        static Verdict refused(List<Finding> findings) {
            return new Verdict(Outcome.REFUSED, null, null, findings);
        }
    }

    StoredEntry with(Verdict later) {
        return new StoredEntry(position, data, later);
    }

    /** For who needs the verdict only, of many. */
    StoredEntry withoutData() {
        return new StoredEntry(position, "", verdict);
    }

    boolean isPending() {
        return verdict.outcome() == Outcome.PENDING;
    }

    /** Hazard: must not show the data, or they would reach a log line. */
    @Override
    public String toString() {
        return "StoredEntry";
    }
}
