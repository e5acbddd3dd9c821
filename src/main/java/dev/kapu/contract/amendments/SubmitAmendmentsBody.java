package dev.kapu.contract.amendments;

import dev.kapu.contract.submission.AmendmentEntry;
import java.util.List;

/** Generated bodies have no way to be given a list; this is in their package, where the field is seen. */
public final class SubmitAmendmentsBody {
    private SubmitAmendmentsBody() {}

    /** @param entries taken as they are, and read whenever the body is: perhaps too many to be held */
    public static SubmitAmendments with(List<AmendmentEntry> entries) {
        var body = new SubmitAmendments();
        body.entry = entries;
        return body;
    }
}
