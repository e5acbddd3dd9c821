package dev.kapu.contract.registration;

import dev.kapu.contract.submission.RegistrationEntry;
import java.util.List;

/** Generated bodies have no way to be given a list; this is in their package, where the field is seen. */
public final class SubmitBody {
    private SubmitBody() {}

    /** @param entries taken as they are, and read whenever the body is: perhaps too many to be held */
    public static Submit with(List<RegistrationEntry> entries) {
        var body = new Submit();
        body.entry = entries;
        return body;
    }
}
