package dev.kapu.soap.signature;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether a {@code wsu:Timestamp} is of now. */
final class Freshness {
    static final Duration OLDEST = Duration.ofMinutes(5);
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private Freshness() {}

    /**
     * @return until when the same message would be fresh, so that it must be remembered
     * @throws FaultException MESSAGE_REPLAYED, if it is of another time
     */
    static Instant check(Element timestamp, Instant now) {
        Elements.onlyOf(timestamp, Names.WSU, Set.of("Created", "Expires"));
        Instant created = instant(Elements.one(timestamp, Names.WSU, "Created"));
        Instant end = created.plus(OLDEST);
        List<Element> expires = Elements.children(timestamp, Names.WSU, "Expires");
        if (expires.size() > 1) {
            throw new FaultException(Fault.SIGNATURE_INVALID, "Expires");
        }
        if (created.isAfter(now.plus(CLOCKS_DIFFER))
                || now.isAfter(end)
                || expires.stream().anyMatch(element -> !now.isBefore(instant(element)))) {
            throw new FaultException(Fault.MESSAGE_REPLAYED, "Timestamp");
        }
        return end;
    }

    private static Instant instant(Element element) {
        try {
            return OffsetDateTime.parse(Elements.text(element)).toInstant();
        } catch (DateTimeException unreadable) {
            throw new FaultException(Fault.MESSAGE_REPLAYED, element.getLocalName());
        }
    }
}
