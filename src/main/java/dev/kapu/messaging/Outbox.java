package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.registration.PersonsRegistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps a registry event for each of its recipients in the transaction in which it happens: both or neither. */
class Outbox {
    private final OutboxStore store;
    private final EventContracts contracts;
    private final EventDoor door;
    private final Runnable wake;

    Outbox(OutboxStore store, EventContracts contracts, EventDoor door, Runnable wake) {
        this.store = store;
        this.contracts = contracts;
        this.door = door;
        this.wake = wake;
    }

    @EventListener
    void on(RegistryEvent event) {
        keep(List.of(event));
    }

    /** One statement for all of them. */
    @EventListener
    void on(PersonsRegistered registered) {
        keep(registered.persons());
    }

    /** What waits under the retired ID stays before what is said of the survivor from now on. */
    @EventListener
    void on(PersonsMerged merged) {
        store.rename(door.partners(), merged.retired(), merged.survivor());
    }

    private void keep(List<? extends RegistryEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event of the registry was published outside a transaction");
        }
        var recipients = new HashMap<String, Set<String>>();
        var deliveries = new ArrayList<Delivery>();
        for (var event : events) {
            var kind = EventContracts.kind(event);
            var partners = new LinkedHashMap<String, String>();
            for (var institution : event.institutions()) {
                recipients
                        .computeIfAbsent(kind + " " + institution, any -> door.recipients(kind, institution))
                        .forEach(partner -> partners.putIfAbsent(partner, institution));
            }
            partners.keySet().removeIf(partner -> !door.mayConcern(partner, kind, event.subject()));
            if (!partners.isEmpty()) {
                var body = contracts.write(contracts.of(event));
                partners.forEach((partner, institution) -> deliveries.add(new Delivery(
                        event.eventId(), kind, partner, event.subject(), institution, body, event.occurredAt())));
            }
        }
        if (deliveries.isEmpty()) {
            return;
        }
        store.add(deliveries);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
