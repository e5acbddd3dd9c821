package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.registry.RegistryEvent;
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
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event of the registry was published outside a transaction");
        }
        var kind = EventContracts.kind(event);
        var recipients = door.recipients(kind);
        if (recipients.isEmpty()) {
            return;
        }
        var body = contracts.write(contracts.of(event));
        for (var partner : recipients) {
            store.add(new Delivery(
                    event.eventId(),
                    kind,
                    partner,
                    event.subject(),
                    event.institutionCode(),
                    body,
                    event.occurredAt()));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
