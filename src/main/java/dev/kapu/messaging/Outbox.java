package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.registry.AffiliationEnded;
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
    void on(AffiliationEnded ended) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("AffiliationEnded was published outside a transaction");
        }
        var body = contracts.write(contracts.of(ended));
        for (var partner : door.recipients(EventContracts.AFFILIATION_ENDED)) {
            store.add(new Delivery(
                    ended.eventId(),
                    EventContracts.AFFILIATION_ENDED,
                    partner,
                    ended.subject(),
                    ended.institutionCode(),
                    body,
                    ended.occurredAt()));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
