package dev.kapu.messaging;

import dev.kapu.access.Grant;
import dev.kapu.access.Partners;
import dev.kapu.access.Policies;
import dev.kapu.gate.QueueEntries;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Users by the policy in force, but no institution of the registry: they have no queues. Queues are kept ready for whoever holds a grant; others get theirs when they
 * come.
 */
final class PartnersAsUsers implements BrokerUsers {
    private final ObjectProvider<Partners> partners;
    private final ObjectProvider<Policies> policies;
    private final ObjectProvider<QueueEntries> entries;

    PartnersAsUsers(
            ObjectProvider<Partners> partners,
            ObjectProvider<Policies> policies,
            ObjectProvider<QueueEntries> entries) {
        this.partners = partners;
        this.policies = policies;
        this.entries = entries;
    }

    @Override
    public Set<String> names() {
        return policies.stream()
                .flatMap(policy -> policy.grants().stream())
                .map(Grant::partner)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean authentic(String partner, String secret) {
        return isListed(partner)
                && partners.stream()
                        .anyMatch(known -> known.bySecret(partner, secret).isPresent());
    }

    @Override
    public boolean sendsMessages(String partner) {
        return entries.stream().allMatch(entry -> entry.isRead(partner));
    }

    private boolean isListed(String name) {
        return policies.stream()
                .flatMap(policy -> policy.partners().stream())
                .anyMatch(partner -> partner.name().equals(name));
    }
}
