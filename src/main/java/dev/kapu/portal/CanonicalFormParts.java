package dev.kapu.portal;

import dev.kapu.contract.submissions.GetCanonicalForm;
import dev.kapu.contract.submissions.GetCanonicalFormResponse;
import dev.kapu.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A canonical form part by part, each asked for when the one before has been sent: a long one is never held whole. */
@SuppressWarnings("JdkObsolete") // SequenceInputStream wants an Enumeration
final class CanonicalFormParts implements Enumeration<InputStream> {
    private final GateCall gate;
    private final SignedInInstitution who;
    private final String number;
    private @Nullable Integer next = 1;
    private boolean begun;

    CanonicalFormParts(GateCall gate, SignedInInstitution who, String number) {
        this.gate = gate;
        this.who = who;
        this.number = number;
    }

    @Override
    public boolean hasMoreElements() {
        return next != null;
    }

    /**
     * @throws FaultException of the first part only
     * @throws UncheckedIOException of a later one: what was sent must break off, lest it be taken for the whole
     */
    @Override
    public InputStream nextElement() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        var body = new GetCanonicalForm();
        body.setSubmissionNumber(number);
        body.setFromPosition(next);
        var part = asked(body).getCanonicalForm();
        begun = true;
        next = part.getNextPosition();
        return new ByteArrayInputStream(part.getContent());
    }

    private GetCanonicalFormResponse asked(GetCanonicalForm body) {
        try {
            return gate.ask(who, "Submissions/getCanonicalForm", body, GetCanonicalFormResponse.class);
        } catch (FaultException no) {
            if (begun) {
                throw new UncheckedIOException(new IOException(no.fault().code()));
            }
            throw no;
        }
    }
}
