package dev.kapu.portal;

import dev.kapu.contract.submission.CanonicalForm;
import dev.kapu.contract.submissions.GetCanonicalForm;
import dev.kapu.contract.submissions.GetCanonicalFormResponse;
import dev.kapu.fault.FaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A canonical form part by part, each asked for when the one before has been sent: a long one is never held whole. */
final class CanonicalFormParts extends InputStream {
    private final GateCall gate;
    private final SignedInInstitution who;
    private final String number;
    private InputStream part;
    private @Nullable Integer next;

    /** @throws FaultException as the gate refuses the first part */
    CanonicalFormParts(GateCall gate, SignedInInstitution who, String number) {
        this.gate = gate;
        this.who = who;
        this.number = number;
        var first = ask(1);
        part = new ByteArrayInputStream(first.getContent());
        next = first.getNextPosition();
    }

    private CanonicalForm ask(int position) {
        var body = new GetCanonicalForm();
        body.setSubmissionNumber(number);
        body.setFromPosition(position);
        return gate.ask(who, "Submissions/getCanonicalForm", body, GetCanonicalFormResponse.class)
                .getCanonicalForm();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws IOException if a later part is refused: what was sent must break off, lest it be taken for the whole */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = part.read(into, offset, length);
        while (read < 0 && next != null) {
            goOn(next);
            read = part.read(into, offset, length);
        }
        return read;
    }

    private void goOn(int position) throws IOException {
        try {
            var answer = ask(position);
            part = new ByteArrayInputStream(answer.getContent());
            next = answer.getNextPosition();
        } catch (FaultException no) {
            throw new IOException(no.fault().code());
        }
    }
}
