package dev.kapu.gate;

import dev.kapu.access.Partners;
import dev.kapu.access.Policies;
import dev.kapu.start.StartupProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
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
    private static final Pattern EVENTS = Pattern.compile("kapu:events/([a-z0-9-]+)");
    private static final Pattern SERVED = Pattern.compile("kapu:(?!events/)([A-Za-z]+/[A-Za-z]+)");
    private static final Pattern IN_QUEUE = Pattern.compile("jms:queue:kapu\\.in\\.([a-z0-9-]+)");
    private static final Pattern ENTERED = Pattern.compile("kapu:([A-Za-z]+/[A-Za-z]+)\\?partner=([a-z0-9-]+)");

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
        var wrong = new ArrayList<String>();
        var offered = contracts.operations().stream().map(Operation::id).collect(Collectors.toSet());
        Set<String> writing = new HashSet<>();
        Set<String> secret = new HashSet<>();
        Map<String, Set<String>> leavingOnce = new HashMap<>();
        Map<String, String> served = new HashMap<>();
        Map<String, String> informed = new HashMap<>();
        Map<String, String> emptied = new HashMap<>();
        Map<String, String> entered = new HashMap<>();
        for (var route : routes) {
            var id = route.getRouteId();
            var from = route.getInput().getUri();
            var operation = SERVED.matcher(from);
            var events = EVENTS.matcher(from);
            var queue = IN_QUEUE.matcher(from);
            shape(route, wrong);
            if (operation.matches()) {
                once(served, operation.group(1), id, "serve", wrong);
                if (!offered.contains(operation.group(1))) {
                    wrong.add("route " + id + " serves " + operation.group(1) + ", which no WSDL has");
                }
                if (steps.check(route, wrong)) {
                    writing.add(operation.group(1));
                }
                if (steps.isSecret(route)) {
                    secret.add(operation.group(1));
                }
                leavingOnce.put(operation.group(1), steps.leavesOnce(route));
            } else if (events.matches()) {
                once(informed, events.group(1), id, "take the events of", wrong);
                partner(id, events.group(1), wrong);
                only(route, "jms:queue:kapu.out." + events.group(1), wrong);
            } else if (queue.matches()) {
                once(emptied, queue.group(1), id, "empty the queue of", wrong);
                partner(id, queue.group(1), wrong);
                entered.put(queue.group(1), enters(route, queue.group(1), offered, wrong));
            } else {
                wrong.add("route " + id + " comes from " + from + ", which is no way into the gate");
            }
        }
        offered.stream()
                .filter(operation -> !served.containsKey(operation))
                .sorted()
                .forEach(operation -> wrong.add("no route serves " + operation));
        contracts.events().keySet().forEach(kind -> undelivered(kind, informed.keySet(), wrong));
        if (!wrong.isEmpty()) {
            throw new StartupProblem(
                    "The route files in routes/ cannot be used:\n\n" + String.join("\n", wrong),
                    "Correct what is named above and start again.");
        }
        return new RoutePlan(writing, secret, leavingOnce, informed.keySet(), entered);
    }

    private static void shape(RouteDefinition route, List<String> wrong) {
        var foreign = RouteShape.foreign(route);
        if (!foreign.isEmpty()) {
            wrong.add("route " + route.getRouteId() + " uses " + String.join(", ", foreign) + ", which no route may");
        }
    }

    private static void once(Map<String, String> known, String what, String route, String verb, List<String> wrong) {
        var other = known.put(what, route);
        if (other != null) {
            wrong.add("routes " + other + " and " + route + " both " + verb + " " + what);
        }
    }

    private void undelivered(String kind, Set<String> informed, List<String> wrong) {
        policies.holders("events/" + kind).stream()
                .filter(partner -> !informed.contains(partner))
                .sorted()
                .forEach(partner -> wrong.add("no route leads from kapu:events/" + partner + " to its queue, though "
                        + partner + " holds a grant for events/" + kind));
    }

    private static void only(RouteDefinition route, String uri, List<String> wrong) {
        var steps = route.getOutputs();
        if (steps.size() != 1
                || !(steps.get(0) instanceof ToDefinition to)
                || !to.getUri().equals(uri)) {
            wrong.add("route " + route.getRouteId() + " may only go to " + uri);
        }
    }

    private static String enters(RouteDefinition route, String owner, Collection<String> offered, List<String> wrong) {
        var steps = route.getOutputs();
        if (steps.size() == 1 && steps.get(0) instanceof ToDefinition to) {
            var entered = ENTERED.matcher(to.getUri());
            if (entered.matches() && entered.group(2).equals(owner) && offered.contains(entered.group(1))) {
                return entered.group(1);
            }
        }
        wrong.add("route " + route.getRouteId() + " must enter the gate as " + owner
                + ", the owner of its queue, by one step: to kapu:Service/operation?partner=" + owner);
        return "";
    }

    private void partner(String route, String name, List<String> wrong) {
        if (partners.byName(name).isEmpty()) {
            wrong.add("route " + route + " is for " + name + ", who is no partner");
        }
    }
}
