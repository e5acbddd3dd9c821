package dev.kapu.gate;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a queue message says beside its body, by the rules that a SOAP header has.
 *
 * @param headers those that are as they should be
 * @param invalid name of a property that is not
 */
record QueueHeaders(Headers headers, @Nullable String invalid) {
    private static final int LONGEST = 200;
    private static final int LONGEST_PURPOSE = 100;

    static QueueHeaders of(Message message) {
        var reading = new Properties(message);
        var id = reading.text("id", LONGEST);
        var headers = new Headers(
                null,
                id == null ? message.getHeader("JMSMessageID", String.class) : id,
                reading.text("userId", LONGEST),
                reading.text("issue", LONGEST),
                reading.text("representedParty", LONGEST),
                reading.text("purpose", LONGEST_PURPOSE));
        return new QueueHeaders(headers, reading.invalid);
    }

    /** @throws FaultException {@code HEADER_INVALID} */
    void require() {
        if (invalid != null) {
            throw new FaultException(Fault.HEADER_INVALID, invalid);
        }
    }

    private static final class Properties {
        private final Message message;
        private @Nullable String invalid;

        Properties(Message message) {
            this.message = message;
        }

        @Nullable
        String text(String name, int longest) {
            var value = message.getHeader(name);
            if (value == null) {
                return null;
            }
            var text = value.toString().strip();
            if (text.isEmpty() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
                invalid = name;
                return null;
            }
            return text;
        }
    }
}
