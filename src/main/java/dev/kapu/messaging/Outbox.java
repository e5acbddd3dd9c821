package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.registry.AffiliationEnded;
import dev.kapu.registry.PersonAmended;
import dev.kapu.registry.PersonsRegistered;
import dev.kapu.scope.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private record Occurred(UUID id, Subject subject, String institution, String body, Instant at) {}

    @EventListener
    void on(AffiliationEnded ended) {
        keep(
                EventContracts.AFFILIATION_ENDED,
                List.of(new Occurred(
                        ended.eventId(),
                        ended.subject(),
                        ended.institutionCode(),
                        contracts.write(contracts.of(ended)),
                        ended.occurredAt())));
    }

    @EventListener
    void on(PersonAmended amended) {
        keep(
                EventContracts.PERSON_AMENDED,
                List.of(new Occurred(
                        amended.eventId(),
                        amended.subject(),
                        amended.institutionCode(),
                        contracts.write(contracts.of(amended)),
                        amended.occurredAt())));
    }

    @EventListener
    void on(PersonsRegistered registered) {
        keep(
                EventContracts.PERSON_REGISTERED,
                registered.persons().stream()
                        .map(one -> new Occurred(
                                one.eventId(),
                                one.subject(),
                                one.institutionCode(),
                                contracts.write(contracts.of(one)),
                                one.occurredAt()))
                        .toList());
    }

    private void keep(String kind, List<Occurred> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(kind + " was published outside a transaction");
        }
        var recipients = new HashMap<String, Set<String>>();
        var deliveries = new ArrayList<Delivery>();
        for (var event : events) {
            for (var partner : recipients.computeIfAbsent(event.institution(), at -> door.recipients(kind, at))) {
                deliveries.add(new Delivery(
                        event.id(), kind, partner, event.subject(), event.institution(), event.body(), event.at()));
            }
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
