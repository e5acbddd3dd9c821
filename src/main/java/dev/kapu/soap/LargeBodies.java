package dev.kapu.soap;

import dev.kapu.access.Access;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose messages may be larger than others': workbooks by HTTP, a few at once, one of each sender, whom the transport's
 * credential has named and who may send workbooks at all. Everybody else's are held to the ordinary limit.
 */
@Component
final class LargeBodies {
    private static final String SERVICE = "Workbooks";
    private static final int AT_ONCE = 2;

    private final Access access;
    private final Set<String> inside = new HashSet<>();

    LargeBodies(Access access) {
        this.access = access;
    }

    static int announced(SoapProperties limits, @Nullable Service service) {
        return isLarge(service) ? Math.max(limits.maxBytes(), limits.maxWorkbookBytes()) : limits.maxBytes();
    }

    /**
     * Asked once more has arrived than an ordinary message may have: who sends less, or slowly, takes no room.
     *
     * @throws FaultException {@code BUSY} if too many are being handled; {@link #done} is to be called whatever comes
     */
    void admit(Incoming incoming, @Nullable Service service, Reading reading) {
        var partner = reading.partner;
        if (partner == null || incoming.channel() != Channel.HTTP || !maySend(partner, service)) {
            return;
        }
        enter(partner);
        reading.isLarge = true;
    }

    private boolean maySend(String partner, @Nullable Service service) {
        return service != null
                && isLarge(service)
                && service.operations().stream().anyMatch(operation -> access.holds(partner, operation.id()));
    }

    private synchronized void enter(String partner) {
        if (inside.size() == AT_ONCE || !inside.add(partner)) {
            throw new FaultException(Fault.BUSY);
        }
    }

    synchronized void done(Reading reading) {
        if (reading.isLarge) {
            reading.isLarge = false;
            inside.remove(reading.partner);
        }
    }

    static boolean isLarge(@Nullable Service service) {
        return service != null && service.name().equals(SERVICE);
    }
}
