package dev.kapu.gate;

import dev.kapu.start.Home;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.xml.in.ModelParser;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reads {@code routes/*.camel.xml}; the hub starts only if all of them keep the rules of the house. */
@Component
final class RouteFiles implements CamelContextConfiguration {
    static final String NAMESPACE = "http://camel.apache.org/schema/xml-io";

    private final Home home;
    private final RouteRules rules;
    private final KapuComponent kapu;
    private final Doors doors;

    RouteFiles(Home home, RouteRules rules, KapuComponent kapu, Doors doors) {
        this.home = home;
        this.rules = rules;
        this.kapu = kapu;
        this.doors = doors;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        var routes = readAll();
        doors.plan(rules.check(routes));
        // A failure is told to whoever sent the message, by the gate or the inbox; Camel would log it, data and all.
        routes.forEach(route -> route.errorHandler(new NoErrorHandlerBuilder()));
        context.addComponent("kapu", kapu);
        try {
            ((ModelCamelContext) context).addRouteDefinitions(routes);
        } catch (Exception e) {
            throw new IllegalStateException("the routes do not start: " + e.getMessage(), e);
        }
    }

    List<RouteDefinition> readAll() {
        var routes = new ArrayList<RouteDefinition>();
        for (var file : home.files("routes", "*.camel.xml")) {
            routes.addAll(read(file));
        }
        return routes;
    }

    @Override
    public void afterApplicationStart(CamelContext context) {}

    private static List<RouteDefinition> read(Resource file) {
        try (var stream = file.getInputStream()) {
            return new ModelParser(stream, NAMESPACE)
                    .parseRoutesDefinition()
                    .map(found -> found.getRoutes())
                    .orElseThrow(() -> new IllegalStateException(file.getFilename() + " holds no <routes>"));
        } catch (Exception e) {
            throw new IllegalStateException("routes/" + file.getFilename() + ": " + e.getMessage(), e);
        }
    }
}
