package dev.kapu.messaging;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.Event;
import dev.kapu.gate.EventDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers an event at the door, and says what came of it. */
final class Offering {
    private static final Logger log = LoggerFactory.getLogger(Offering.class);

    private final EventContracts contracts;
    private final EventDoor door;

    Offering(EventContracts contracts, EventDoor door) {
        this.contracts = contracts;
        this.door = door;
    }

    Delivery.Outcome outcome(Delivery delivery) {
        try {
            var event = new Event(
                    delivery.eventId(),
                    delivery.kind(),
                    contracts.read(delivery.kind(), delivery.body()),
                    delivery.subject(),
                    delivery.institution());
            return door.offer(event, delivery.partner())
                    ? new Delivery.Outcome.Sent()
                    : new Delivery.Outcome.NotEntitled();
        } catch (FaultException e) {
            return new Delivery.Outcome.Failed(e.fault());
        } catch (RuntimeException | LinkageError e) {
            log.error(
                    "Event {} for {} failed unexpectedly: {}",
                    delivery.eventId(),
                    delivery.partner(),
                    e.getClass().getName());
            return new Delivery.Outcome.Failed(Fault.INTERNAL);
        }
    }
}
