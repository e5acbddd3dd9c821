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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The way in for queue messages. The body is the operation's element alone; the partner is the owner of the queue, so a
 * message needs no credential but the broker's. Its id is the message property {@code id}, else the JMS message id.
 */
@Component
final class QueueDoor {
    private static final Logger log = LoggerFactory.getLogger(QueueDoor.class);

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

    /**
     * A text is answered with a text.
     *
     * @throws FaultException the recorded refusal, so that messaging can keep the message with its reason
     */
    void enter(String operationId, String partner, Message message) {
        var operation = operations.get(operationId);
        if (operation == null) {
            throw new FaultException(Fault.UNKNOWN_OPERATION);
        }
        var text = message.getBody() instanceof String characters ? characters : null;
        byte[] bytes = bytes(message, text);
        var receipt = new Request.Receipt(
                Channel.QUEUE, clock.instant(), System.nanoTime(), bytes.length, Hashes.sha256(bytes));
        var properties = QueueHeaders.of(message);
        byte[] xml = text == null ? bytes : utf8(DECLARATION.matcher(text).replaceFirst(""));
        var reply = reply(operation, partner, xml, receipt, properties);
        if (reply.fault() != null) {
            throw new FaultException(reply.fault(), reply.where());
        }
        message.setBody(text == null ? reply.bytes() : new String(reply.bytes(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Message message, @Nullable String text) {
        byte[] bytes = text == null ? message.getBody(byte[].class) : utf8(text);
        return bytes == null ? new byte[0] : bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whatever is wrong with a message is on record before it is thrown back at messaging. */
    private Reply reply(
            Operation operation, String partner, byte[] xml, Request.Receipt receipt, QueueHeaders properties) {
        Object body;
        try {
            properties.require();
            body = contracts.read(operation, xml);
        } catch (FaultException no) {
            return refused(operation, partner, receipt, properties, no);
        } catch (RuntimeException | LinkageError unexpected) {
            log.error("reading a message failed: {}", Causes.of(unexpected));
            return refused(operation, partner, receipt, properties, new FaultException(Fault.INTERNAL));
        }
        return gate.getObject()
                .answer(new Request(receipt, partner, properties.headers(), operation, body), Envelope.NONE);
    }

    private Reply refused(
            Operation operation, String partner, Request.Receipt receipt, QueueHeaders properties, FaultException no) {
        return gate.getObject()
                .refuse(new Rejection(receipt, partner, properties.headers(), operation.id(), no), Envelope.NONE);
    }
}
