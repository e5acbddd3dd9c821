package dev.kapu.gate;

import dev.kapu.access.Partners;
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

/** One reading of all routes by the {@link RouteRules}: where they lead, and all that is wrong with them. */
final class RouteReading {
    private static final Pattern EVENTS = Pattern.compile("kapu:events/([a-z0-9-]+)");
    private static final Pattern SERVED = Pattern.compile("kapu:(?!events/)([A-Za-z]+/[A-Za-z]+)");
    private static final Pattern IN_QUEUE = Pattern.compile("jms:queue:kapu\\.in\\.([a-z0-9-]+)");
    private static final Pattern ENTERED = Pattern.compile("kapu:([A-Za-z]+/[A-Za-z]+)\\?partner=([a-z0-9-]+)");

    private final Partners partners;
    private final SystemSteps steps;
    private final Set<String> offered;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> writing = new HashSet<>();
    private final Set<String> secret = new HashSet<>();
    private final Map<String, Set<String>> leavingOnce = new HashMap<>();
    private final Map<String, String> served = new HashMap<>();
    private final Map<String, String> informed = new HashMap<>();
    private final Map<String, String> emptied = new HashMap<>();
    private final Map<String, String> entered = new HashMap<>();

    RouteReading(Contracts contracts, Partners partners, SystemSteps steps) {
        this.partners = partners;
        this.steps = steps;
        this.offered = contracts.operations().stream().map(Operation::id).collect(Collectors.toSet());
    }

    void read(RouteDefinition route) {
        shape(route);
        var from = route.getInput().getUri();
        var operation = SERVED.matcher(from);
        var events = EVENTS.matcher(from);
        var queue = IN_QUEUE.matcher(from);
        if (operation.matches()) {
            serves(route, operation.group(1));
        } else if (events.matches()) {
            informs(route, events.group(1));
        } else if (queue.matches()) {
            empties(route, queue.group(1));
        } else {
            wrong.add("route " + route.getRouteId() + " comes from " + from + ", which is no way into the gate");
        }
    }

    private void serves(RouteDefinition route, String operation) {
        var id = route.getRouteId();
        once(served, operation, id, "serve");
        if (!offered.contains(operation)) {
            wrong.add("route " + id + " serves " + operation + ", which no WSDL has");
        }
        if (steps.check(route, wrong)) {
            writing.add(operation);
        }
        if (steps.isSecret(route)) {
            secret.add(operation);
        }
        leavingOnce.put(operation, steps.leavesOnce(route));
    }

    private void informs(RouteDefinition route, String partner) {
        once(informed, partner, route.getRouteId(), "take the events of");
        partner(route.getRouteId(), partner);
        only(route, "jms:queue:kapu.out." + partner);
    }

    private void empties(RouteDefinition route, String partner) {
        once(emptied, partner, route.getRouteId(), "empty the queue of");
        partner(route.getRouteId(), partner);
        entered.put(partner, enters(route, partner));
    }

    void requireEveryOperation() {
        offered.stream()
                .filter(operation -> !served.containsKey(operation))
                .sorted()
                .forEach(operation -> wrong.add("no route serves " + operation));
    }

    /** @param holders of grants for the kind of event */
    void requireAWay(String kind, Collection<String> holders) {
        holders.stream()
                .filter(partner -> !informed.containsKey(partner))
                .sorted()
                .forEach(partner -> wrong.add("no route leads from kapu:events/" + partner + " to its queue, though "
                        + partner + " holds a grant for events/" + kind));
    }

    /** A sentence for each. */
    List<String> wrong() {
        return wrong;
    }

    RoutePlan plan() {
        return new RoutePlan(writing, secret, leavingOnce, informed.keySet(), entered);
    }

    private void shape(RouteDefinition route) {
        var foreign = RouteShape.foreign(route);
        if (!foreign.isEmpty()) {
            wrong.add("route " + route.getRouteId() + " uses " + String.join(", ", foreign) + ", which no route may");
        }
    }

    private void once(Map<String, String> known, String what, String route, String verb) {
        var other = known.put(what, route);
        if (other != null) {
            wrong.add("routes " + other + " and " + route + " both " + verb + " " + what);
        }
    }

    private void only(RouteDefinition route, String uri) {
        var steps = route.getOutputs();
        if (steps.size() != 1
                || !(steps.get(0) instanceof ToDefinition to)
                || !to.getUri().equals(uri)) {
            wrong.add("route " + route.getRouteId() + " may only go to " + uri);
        }
    }

    private String enters(RouteDefinition route, String owner) {
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

    private void partner(String route, String name) {
        if (partners.byName(name).isEmpty()) {
            wrong.add("route " + route + " is for " + name + ", who is no partner");
        }
    }
}
