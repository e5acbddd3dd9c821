package dev.kapu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Contracts;
import dev.kapu.gate.Envelope;
import dev.kapu.gate.Gate;
import dev.kapu.gate.Hashes;
import dev.kapu.gate.Headers;
import dev.kapu.gate.Operation;
import dev.kapu.gate.Rejection;
import dev.kapu.gate.Request;
import dev.kapu.registry.secret.InstitutionSecrets;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages' way through the one door: an institution that looks at a page asks as it would by SOAP. */
@Component
final class GateCall {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gate gate;
    private final Contracts contracts;
    private final InstitutionSecrets secrets;
    private final Clock clock;
    private final Map<String, Operation> operations;
    private final Map<Class<?>, JAXBContext> readers = new ConcurrentHashMap<>();
    private final Attempts attempts = new Attempts(PATIENCE);

    GateCall(Gate gate, Contracts contracts, InstitutionSecrets secrets, Clock clock) {
        this.gate = gate;
        this.contracts = contracts;
        this.secrets = secrets;
        this.clock = clock;
        operations = contracts.operations().stream().collect(Collectors.toMap(Operation::id, Function.identity()));
    }

    /**
     * @param operation e.g. {@code Submissions/getStatus}
     * @param body the operation's element, as somebody typed it
     * @throws FaultException the recorded refusal
     */
    <T> T ask(SignedInInstitution who, String operation, Object body, Class<T> answer) {
        return ask(headers(who), who, operation, contracts.write(body), answer);
    }

    /**
     * As {@link #ask(SignedInInstitution, String, Object, Class)}, once for each copy of a form: who clicks twice gets the
     * first answer twice.
     *
     * @param copy that it had when it was shown, and comes back with; null if it had none
     */
    <T> T askOnce(SignedInInstitution who, @Nullable String copy, String operation, Object body, Class<T> answer) {
        byte[] xml = contracts.write(body);
        var headers = copy == null ? headers(who) : headers(who, id(copy, xml));
        return ask(headers, who, operation, xml, answer);
    }

    private <T> T ask(Headers headers, SignedInInstitution who, String operation, byte[] xml, Class<T> answer) {
        var receipt = receipt(xml);
        Object valid;
        try {
            valid = contracts.read(known(operation), xml);
        } catch (FaultException no) {
            gate.refuse(new Rejection(receipt, who.clientName(), headers, operation, no), new Kept());
            throw no;
        }
        return answered(new Request(receipt, who.clientName(), headers, known(operation), valid), answer);
    }

    /**
     * As {@link #ask}, of a body that may be large, by a thread that works on when its page is closed. What may succeed
     * later is asked again, under the same message id.
     *
     * @param body whose every value was checked as the schema would
     * @param received what the institution sent
     * @throws FaultException {@code Client.Identity.CredentialInvalid} once the secret was replaced (K18)
     */
    <T> T askChecked(SignedInInstitution who, String operation, Object body, Received received, Class<T> answer) {
        var headers = headers(who);
        return attempts.at(() -> {
            if (!secrets.stands(who.proof())) {
                throw new FaultException(Fault.CREDENTIAL_INVALID);
            }
            var receipt = new Request.Receipt(
                    Channel.HTTP, clock.instant(), System.nanoTime(), received.bytes(), received.hash());
            return answered(new Request(receipt, who.clientName(), headers, known(operation), body), answer);
        });
    }

    /** @param hash SHA-256 */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(int bytes, byte[] hash) {}

    private <T> T answered(Request request, Class<T> answer) {
        var kept = new Kept();
        var reply = gate.answer(request, kept);
        if (reply.fault() != null) {
            throw kept.fault == null ? new FaultException(reply.fault()) : kept.fault;
        }
        return read(reply.bytes(), answer);
    }

    private <T> T read(byte[] xml, Class<T> answer) {
        try {
            return readers.computeIfAbsent(answer, GateCall::reader)
                    .createUnmarshaller()
                    .unmarshal(new StreamSource(new ByteArrayInputStream(xml)), answer)
                    .getValue();
        } catch (JAXBException ownAnswer) {
            throw new IllegalStateException(ownAnswer);
        }
    }

    private static JAXBContext reader(Class<?> answer) {
        try {
            return JAXBContext.newInstance(answer);
        } catch (JAXBException ownContract) {
            throw new IllegalStateException(ownContract);
        }
    }

    private Operation known(String id) {
        var operation = operations.get(id);
        if (operation == null) {
            throw new FaultException(Fault.UNKNOWN_OPERATION);
        }
        return operation;
    }

    private Request.Receipt receipt(byte[] xml) {
        return new Request.Receipt(Channel.HTTP, clock.instant(), System.nanoTime(), xml.length, Hashes.sha256(xml));
    }

    private static Headers headers(SignedInInstitution who) {
        return headers(who, UUID.randomUUID());
    }

    private static Headers headers(SignedInInstitution who, UUID id) {
        return new Headers(who.clientName(), id.toString(), null, null, who.getName(), null);
    }

    /** Another if anything was typed otherwise. */
    private static UUID id(String copy, byte[] xml) {
        return UUID.nameUUIDFromBytes((copy + ' ' + HexFormat.of().formatHex(Hashes.sha256(xml))).getBytes(UTF_8));
    }

    /** A page is dressed later; here the answer's element goes as it is. */
    private static final class Kept implements Envelope {
        private @Nullable FaultException fault;

        @Override
        public byte[] answer(byte[] body) {
            return body;
        }

        @Override
        public byte[] fault(FaultException no) {
            fault = no;
            return new byte[0];
        }
    }
}
