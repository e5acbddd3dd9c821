package dev.kapu.systems.subscriptions;

import dev.kapu.contract.subscriptions.ListSubscriptions;
import dev.kapu.contract.subscriptions.ListSubscriptionsResponse;
import dev.kapu.contract.subscriptions.Subscribe;
import dev.kapu.contract.subscriptions.SubscribeResponse;
import dev.kapu.contract.subscriptions.Subscription;
import dev.kapu.contract.subscriptions.Unsubscribe;
import dev.kapu.contract.subscriptions.UnsubscribeResponse;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.subscription.Subscriptions;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

@Component
class EventSubscriptions {
    private final Subscriptions subscriptions;

    EventSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    public ListSubscriptionsResponse list(ListSubscriptions request, @ExchangeProperty(Reach.PARTNER) String partner) {
        var answer = new ListSubscriptionsResponse();
        answer.getSubscription().addAll(all(partner));
        return answer;
    }

    @ChangesRegistry
    public SubscribeResponse subscribe(Subscribe request, @ExchangeProperty(Reach.PARTNER) String partner) {
        subscriptions.want(partner, request.getKind());
        var answer = new SubscribeResponse();
        answer.getSubscription().addAll(all(partner));
        return answer;
    }

    @ChangesRegistry
    public UnsubscribeResponse unsubscribe(Unsubscribe request, @ExchangeProperty(Reach.PARTNER) String partner) {
        subscriptions.decline(partner, request.getKind());
        var answer = new UnsubscribeResponse();
        answer.getSubscription().addAll(all(partner));
        return answer;
    }

    private List<Subscription> all(String partner) {
        return subscriptions.of(partner).stream()
                .map(EventSubscriptions::contract)
                .toList();
    }

    private static Subscription contract(dev.kapu.subscription.Subscription from) {
        var subscription = new Subscription();
        subscription.setKind(from.kind());
        subscription.setWanted(from.isWanted());
        if (from.declinedAt() != null) {
            subscription.setDeclinedAt(from.declinedAt().atOffset(ZoneOffset.UTC));
        }
        return subscription;
    }
}
