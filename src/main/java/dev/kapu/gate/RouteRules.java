package dev.kapu.gate;

import dev.kapu.access.Partners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What a route file may say. Route files are edited without a build, so they are not trusted: only the shapes below are
 * understood, and whatever else stands in one keeps the hub from starting.
 *
 * <ul>
 *   <li>{@code from kapu:Service/operation}, then beans of {@code dev.kapu.systems};
 *   <li>{@code from kapu:events/P}, then {@code to jms:queue:kapu.out.P};
 *   <li>{@code from jms:queue:kapu.in.P}, then {@code to kapu:Service/operation?partner=P}.
 * </ul>
 */
@Component
final class RouteRules {
    private static final Pattern EVENTS = Pattern.compile("kapu:events/([a-z0-9-]+)");
    private static final Pattern SERVED = Pattern.compile("kapu:([A-Za-z]+/[A-Za-z]+)(\\?writes=(true|false))?");
    private static final Pattern IN_QUEUE = Pattern.compile("jms:queue:kapu\\.in\\.([a-z0-9-]+)");
    private static final Pattern ENTERED = Pattern.compile("kapu:([A-Za-z]+/[A-Za-z]+)\\?partner=([a-z0-9-]+)");

    private final Contracts contracts;
    private final Partners partners;
    private final ApplicationContext beans;

    RouteRules(Contracts contracts, Partners partners, ApplicationContext beans) {
        this.contracts = contracts;
        this.partners = partners;
        this.beans = beans;
    }

    /** @throws IllegalStateException with a sentence for everything that is wrong */
    void check(Collection<RouteDefinition> routes) {
        var wrong = new ArrayList<String>();
        var offered = contracts.operations().stream().map(Operation::id).collect(Collectors.toSet());
        Map<String, String> served = new HashMap<>();
        for (var route : routes) {
            var id = route.getRouteId();
            var from = route.getInput().getUri();
            var operation = SERVED.matcher(from);
            var events = EVENTS.matcher(from);
            var queue = IN_QUEUE.matcher(from);
            if (operation.matches()) {
                var other = served.put(operation.group(1), id);
                if (other != null) {
                    wrong.add("routes " + other + " and " + id + " both serve " + operation.group(1));
                }
                if (!offered.contains(operation.group(1))) {
                    wrong.add("route " + id + " serves " + operation.group(1) + ", which no WSDL has");
                }
                steps(route, wrong);
            } else if (events.matches()) {
                partner(id, events.group(1), wrong);
                only(route, "jms:queue:kapu.out." + events.group(1), wrong);
            } else if (queue.matches()) {
                partner(id, queue.group(1), wrong);
                enters(route, queue.group(1), offered, wrong);
            } else {
                wrong.add("route " + id + " comes from " + from + ", which is no way into the gate");
            }
        }
        offered.stream()
                .filter(operation -> !served.containsKey(operation))
                .sorted()
                .forEach(operation -> wrong.add("no route serves " + operation));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("routes/: " + String.join("; ", wrong));
        }
    }

    private void steps(RouteDefinition route, List<String> wrong) {
        if (route.getOutputs().isEmpty()) {
            wrong.add("route " + route.getRouteId() + " has no steps");
        }
        for (var step : route.getOutputs()) {
            if (!(step instanceof BeanDefinition bean) || bean.getRef() == null || !isSystem(bean)) {
                wrong.add(
                        "route " + route.getRouteId() + " has a step that is no bean of a system: " + described(step));
            }
        }
    }

    private boolean isSystem(BeanDefinition step) {
        boolean plainMethod = step.getMethod() != null && step.getMethod().matches("[A-Za-z]+");
        return plainMethod
                && step.getBeanType() == null
                && beans.containsBean(step.getRef())
                && String.valueOf(beans.getType(step.getRef())).contains(" dev.kapu.systems.");
    }

    private static void only(RouteDefinition route, String uri, List<String> wrong) {
        var steps = route.getOutputs();
        if (steps.size() != 1
                || !(steps.get(0) instanceof ToDefinition to)
                || !to.getUri().equals(uri)) {
            wrong.add("route " + route.getRouteId() + " may only go to " + uri);
        }
    }

    private static void enters(RouteDefinition route, String owner, Collection<String> offered, List<String> wrong) {
        var steps = route.getOutputs();
        if (steps.size() == 1 && steps.get(0) instanceof ToDefinition to) {
            var entered = ENTERED.matcher(to.getUri());
            if (entered.matches() && entered.group(2).equals(owner) && offered.contains(entered.group(1))) {
                return;
            }
        }
        wrong.add("route " + route.getRouteId() + " must enter the gate as " + owner
                + ", the owner of its queue, by one step: to kapu:Service/operation?partner=" + owner);
    }

    private void partner(String route, String name, List<String> wrong) {
        if (partners.byName(name).isEmpty()) {
            wrong.add("route " + route + " is for " + name + ", who is no partner");
        }
    }

    private static String described(ProcessorDefinition<?> step) {
        return step.getShortName() + (step.getId() == null ? "" : " " + step.getId());
    }
}
