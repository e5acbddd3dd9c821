package dev.kapu.subscription;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.EventDoor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner gets every kind of event that its grants cover until it declines one; a grant that comes later adds its kinds.
 * What happened before a change of mind is not touched by it.
 */
@Component
public class Subscriptions {
    private final SubscriptionStore store;
    private final EventDoor door;

    Subscriptions(SubscriptionStore store, EventDoor door) {
        this.store = store;
        this.door = door;
    }

    /** All kinds that the partner's grants cover, by name; none for who has no queue for events. */
    public List<Subscription> of(String partner) {
        var declined = store.declined(partner);
        return new TreeSet<>(door.kinds(partner))
                .stream()
                        .map(kind -> new Subscription(kind, declined.get(kind)))
                        .toList();
    }

    /** @throws FaultException {@code Client.Subscription.NotGranted} if one of the kinds is not covered; nothing changes then */
    @Transactional
    public void want(String partner, Collection<String> kinds) {
        store.want(partner, covered(partner, kinds));
    }

    /** @throws FaultException {@code Client.Subscription.NotGranted} if one of the kinds is not covered; nothing changes then */
    @Transactional
    public void decline(String partner, Collection<String> kinds) {
        store.decline(partner, covered(partner, kinds));
    }

    private Set<String> covered(String partner, Collection<String> kinds) {
        if (!door.kinds(partner).containsAll(kinds)) {
            throw new FaultException(Fault.SUBSCRIPTION_NOT_GRANTED, "kind");
        }
        return Set.copyOf(kinds);
    }
}
