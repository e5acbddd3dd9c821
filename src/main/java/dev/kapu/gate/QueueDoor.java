package dev.kapu.gate;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The way in for queue messages. The body is the operation's element alone; the partner is the owner of the queue, so a
 * message needs no credential but the broker's. Its id is the message property {@code id}, else the JMS message id.
 */
@Component
final class QueueDoor {
    /** A text message comes as characters: what its declaration says of their encoding is no longer true. */
    private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?<\\?xml\\s[^>]{0,200}\\?>");

    private final ObjectProvider<Gate> gate;
    private final Contracts contracts;
    private final Clock clock;
    private final Map<String, Operation> operations;

    QueueDoor(ObjectProvider<Gate> gate, Contracts contracts, Clock clock) {
        this.gate = gate;
        this.contracts = contracts;
        this.clock = clock;
        operations = contracts.operations().stream().collect(Collectors.toMap(Operation::id, Function.identity()));
    }

    /** @throws FaultException the recorded refusal, so that messaging can keep the message with its reason */
    void enter(String operationId, String partner, Message message) {
        var operation = operations.get(operationId);
        if (operation == null) {
            throw new FaultException(Fault.UNKNOWN_OPERATION);
        }
        var text = message.getBody() instanceof String characters ? characters : null;
        byte[] bytes = bytes(message, text);
        var receipt = new Request.Receipt(
                Channel.QUEUE, clock.instant(), System.nanoTime(), bytes.length, Hashes.sha256(bytes));
        var headers = headers(message);
        byte[] xml = text == null ? bytes : utf8(DECLARATION.matcher(text).replaceFirst(""));
        var reply = reply(operation, partner, xml, receipt, headers);
        if (reply.fault() != null) {
            throw new FaultException(reply.fault());
        }
        message.setBody(reply.bytes());
    }

    private static byte[] bytes(Message message, @Nullable String text) {
        byte[] bytes = text == null ? message.getBody(byte[].class) : utf8(text);
        return bytes == null ? new byte[0] : bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Reply reply(Operation operation, String partner, byte[] xml, Request.Receipt receipt, Headers headers) {
        try {
            var body = contracts.read(operation, xml);
            return gate.getObject().answer(new Request(receipt, partner, headers, operation, body), Envelope.NONE);
        } catch (FaultException no) {
            return gate.getObject().refuse(new Rejection(receipt, partner, headers, operation.id(), no), Envelope.NONE);
        }
    }

    private static Headers headers(Message message) {
        var id = text(message, "id");
        return new Headers(
                null,
                id == null ? message.getHeader("JMSMessageID", String.class) : id,
                text(message, "userId"),
                text(message, "issue"),
                text(message, "representedParty"),
                text(message, "purpose"));
    }

    private static @Nullable String text(Message message, String name) {
        var value = message.getHeader(name, String.class);
        return value == null || value.length() > 200 ? null : value;
    }
}
