package dev.kapu.gate;

import dev.kapu.access.Partners;
import dev.kapu.access.Policies;
import dev.kapu.start.StartupProblem;
import java.util.Collection;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

/**
 * What a route file may say. Route files are edited without a build, so they are not trusted: only the shapes below are
 * understood, and whatever else stands in one keeps the hub from starting.
 *
 * <ul>
 *   <li>{@code from kapu:Service/operation}, then beans of {@code dev.kapu.systems}, which themselves say
 *       whether they write;
 *   <li>{@code from kapu:events/P}, then {@code to jms:queue:kapu.out.P};
 *   <li>{@code from jms:queue:kapu.in.P}, then {@code to kapu:Service/operation?partner=P}.
 * </ul>
 *
 * No address stands twice, every operation is served, and events lead to everybody who holds a grant for them.
 */
@Component
final class RouteRules {
    private final Contracts contracts;
    private final Partners partners;
    private final Policies policies;
    private final SystemSteps steps;

    RouteRules(Contracts contracts, Partners partners, Policies policies, SystemSteps steps) {
        this.contracts = contracts;
        this.partners = partners;
        this.policies = policies;
        this.steps = steps;
    }

    /** @throws StartupProblem with a sentence for everything that is wrong */
    RoutePlan check(Collection<RouteDefinition> routes) {
        var reading = new RouteReading(contracts, partners, steps);
        routes.forEach(reading::read);
        reading.requireEveryOperation();
        contracts.events().keySet().forEach(kind -> reading.requireAWay(kind, policies.holders("events/" + kind)));
        if (!reading.wrong().isEmpty()) {
            throw new StartupProblem(
                    "The route files in routes/ cannot be used:\n\n" + String.join("\n", reading.wrong()),
                    "Correct what is named above and start again.");
        }
        return reading.plan();
    }
}
