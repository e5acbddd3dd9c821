package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.registry.PersonsRegistered;
import dev.kapu.registry.RegistryEvent;
import java.util.ArrayList;
import java.util.HashMap;
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
        keep(EventContracts.kind(event), List.of(event));
    }

    @EventListener
    void on(PersonsRegistered registered) {
        keep(EventContracts.PERSON_REGISTERED, registered.persons());
    }

    private void keep(String kind, List<? extends RegistryEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(kind + " was published outside a transaction");
        }
        var recipients = new HashMap<String, Set<String>>();
        var deliveries = new ArrayList<Delivery>();
        for (var event : events) {
            var institution = event.institutionCode();
            var partners = recipients.computeIfAbsent(institution, at -> door.recipients(kind, at));
            var body = partners.isEmpty() ? "" : contracts.write(contracts.of(event));
            for (var partner : partners) {
                deliveries.add(new Delivery(
                        event.eventId(), kind, partner, event.subject(), institution, body, event.occurredAt()));
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
