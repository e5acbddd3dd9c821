package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.ToldToEach;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.registration.PersonsRegistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
            var bodies = new IdentityHashMap<RegistryEvent, String>();
            for (var told : told(event, kind, recipients)) {
                deliveries.add(new Delivery(
                        told.event().eventId(),
                        kind,
                        told.partner(),
                        event.subject(),
                        told.institution(),
                        bodies.computeIfAbsent(told.event(), body -> contracts.write(contracts.of(body))),
                        event.occurredAt()));
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

    private record Told(String partner, String institution, RegistryEvent event) {}

    /** Whoever hears of it more than once does so under ids of their own: the broker takes each only once. */
    private List<Told> told(RegistryEvent event, String kind, Map<String, Set<String>> recipients) {
        var known = new HashSet<String>();
        var told = new ArrayList<Told>();
        for (var institution : event.institutions()) {
            var partners =
                    recipients.computeIfAbsent(kind + " " + institution, any -> door.recipients(kind, institution));
            for (var partner : partners) {
                if (door.mayConcern(partner, kind, event.subject())) {
                    boolean first = known.add(partner);
                    if (event instanceof ToldToEach each && door.isForInstitutions(partner, kind)) {
                        var id = first ? event.eventId() : UUID.randomUUID();
                        told.add(new Told(partner, institution, each.forInstitution(institution, id)));
                    } else if (first) {
                        told.add(new Told(partner, institution, event));
                    }
                }
            }
        }
        return told;
    }
}
