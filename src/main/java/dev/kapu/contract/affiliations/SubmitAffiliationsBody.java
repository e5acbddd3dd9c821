package dev.kapu.contract.affiliations;

import dev.kapu.contract.submission.AffiliationEntry;
import java.util.List;

/** Generated bodies have no way to be given a list; this is in their package, where the field is seen. */
public final class SubmitAffiliationsBody {
    private SubmitAffiliationsBody() {}

    /** @param entries taken as they are, and read whenever the body is: perhaps too many to be held */
    public static SubmitAffiliations with(List<AffiliationEntry> entries) {
        var body = new SubmitAffiliations();
        body.entry = entries;
        return body;
    }
}
