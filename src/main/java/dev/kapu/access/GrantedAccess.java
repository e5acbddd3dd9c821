package dev.kapu.access;

import dev.kapu.fault.Fault;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides by the policy in force, then by the quota. */
final class GrantedAccess implements Access {
    private static final Logger log = LoggerFactory.getLogger(GrantedAccess.class);

    private final PolicyFiles policies;
    private final Today today;
    private final LongSupplier nanos;

    GrantedAccess(PolicyFiles policies, Today today, LongSupplier nanos) {
        this.policies = policies;
        this.today = today;
        this.nanos = nanos;
    }

    @Override
    public boolean holds(String partner, String operation) {
        try {
            var day = today.epochDay();
            return policies.current().held(partner, operation).all().stream().anyMatch(held -> held.isValidOn(day));
        } catch (RuntimeException e) {
            log.error("A look at the grants failed and became a denial", e);
            return false;
        }
    }

    @Override
    public Decision decide(Question question) {
        var policy = policies.current();
        try {
            var day = today.epochDay();
            var judgement = Judgement.of(policy, question, day);
            if (judgement instanceof Judgement.Entitled entitled) {
                var by = entitled.by();
                var grant = by.grant();
                return by.meter().take(grant.quota(), nanos.getAsLong(), day)
                        ? new Decision.Permit(
                                grant.id(),
                                grant.purpose(),
                                entitled.reach(),
                                entitled.represented(),
                                grant.fields(),
                                policy.version())
                        : new Decision.Deny(
                                Fault.QUOTA_EXCEEDED,
                                grant.id(),
                                policy.version(),
                                limit(by.meter(), grant.quota(), day));
            }
            var refused = (Judgement.Refused) judgement;
            var nearest = refused.nearest();
            return new Decision.Deny(
                    refused.reason(), nearest == null ? null : nearest.grant().id(), policy.version());
        } catch (RuntimeException e) {
            log.error("A decision failed and became a denial", e);
            return new Decision.Deny(Fault.INTERNAL, null, policy.version());
        }
    }

    /** That of the day, if it is used up: then a pause does not help. */
    private static String limit(Meter meter, Grant.Quota quota, long day) {
        return meter.usedToday(day) < quota.perDay() ? "perSecond: " + quota.perSecond() : "perDay: " + quota.perDay();
    }
}
