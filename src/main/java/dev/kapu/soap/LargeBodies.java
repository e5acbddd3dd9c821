package dev.kapu.soap;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Whose messages may be larger than others': workbooks by HTTP, a few at once, of senders whom the transport's credential
 * has named. Everybody else's are held to the ordinary limit.
 */
final class LargeBodies {
    private static final String SERVICE = "Workbooks";
    private static final int AT_ONCE = 2;

    private final Semaphore room = new Semaphore(AT_ONCE);

    static int announced(SoapProperties limits, @Nullable Service service) {
        return isLarge(service) ? Math.max(limits.maxBytes(), limits.maxWorkbookBytes()) : limits.maxBytes();
    }

    /**
     * Sets how much of the message is read.
     *
     * @throws FaultException {@code BUSY} if too many are being handled; {@link #done} is to be called whatever comes
     */
    void admit(Incoming incoming, @Nullable Service service, Reading reading) {
        if (!isLarge(service) || incoming.channel() != Channel.HTTP || reading.partner == null) {
            return;
        }
        if (!room.tryAcquire()) {
            throw new FaultException(Fault.BUSY);
        }
        reading.isLarge = true;
    }

    void done(Reading reading) {
        if (reading.isLarge) {
            reading.isLarge = false;
            room.release();
        }
    }

    private static boolean isLarge(@Nullable Service service) {
        return service != null && service.name().equals(SERVICE);
    }
}
