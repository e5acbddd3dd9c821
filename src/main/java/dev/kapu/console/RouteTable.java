package dev.kapu.console;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The routes as administrators see them: figures of the gate where it serves a route, else those of Camel. */
@Component
class RouteTable {
    private static final String DOOR = "kapu:";
    private static final String EVENTS = DOOR + "events/";

    private final CamelContext camel;
    private final Traffic traffic;
    private final History history;

    RouteTable(CamelContext camel, Traffic traffic, History history) {
        this.camel = camel;
        this.traffic = traffic;
        this.history = history;
    }

    List<RouteView> routes() {
        var flows = traffic.flows();
        return camel.getRoutes().stream()
                .map(route -> view(route, flows))
                .sorted(Comparator.comparing(RouteView::id))
                .toList();
    }

    private RouteView view(Route route, List<Flow> flows) {
        var from = withoutOptions(route.getEndpoint().getEndpointUri());
        return from.startsWith(DOOR) && !from.startsWith(EVENTS) ? served(route, from, flows) : counted(route, from);
    }

    private RouteView served(Route route, String from, List<Flow> flows) {
        var operation = from.substring(DOOR.length());
        var figures = Figures.of(flows.stream()
                .filter(flow -> flow.operation().equals(operation))
                .toList());
        return new RouteView(
                route.getRouteId(),
                from,
                state(route),
                figures.count(),
                figures.refused(),
                figures.failed(),
                figures.meanMillis(),
                figures.p99Millis() == 0 ? null : figures.p99Millis(),
                history.lastFailure(operation).orElse(null));
    }

    private RouteView counted(Route route, String from) {
        var counter = counter(route);
        if (counter == null) {
            return new RouteView(route.getRouteId(), from, state(route), 0, 0, 0, 0, null, null);
        }
        var p99 = counter.getProcessingTimeP99();
        Date lastFailure = counter.getLastExchangeFailureTimestamp();
        return new RouteView(
                route.getRouteId(),
                from,
                state(route),
                counter.getExchangesCompleted() + counter.getExchangesFailed(),
                0,
                counter.getExchangesFailed(),
                Math.max(0, counter.getMeanProcessingTime()),
                p99 < 0 ? null : (double) p99,
                lastFailure == null ? null : lastFailure.toInstant());
    }

    private @Nullable ManagedRouteMBean counter(Route route) {
        var managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null ? null : managed.getManagedRoute(route.getRouteId());
    }

    private String state(Route route) {
        var status = camel.getRouteController().getRouteStatus(route.getRouteId());
        return status == null ? "Stopped" : status.name();
    }

    static String withoutOptions(String uri) {
        var end = uri.indexOf('?');
        return (end < 0 ? uri : uri.substring(0, end)).replace("://", ":");
    }
}
