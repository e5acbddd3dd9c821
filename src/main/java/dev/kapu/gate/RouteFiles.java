package dev.kapu.gate;

import dev.kapu.start.Home;
import dev.kapu.start.StartupProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutesDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.xml.in.ModelParser;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reads {@code routes/*.camel.xml}; the hub starts only if all of them keep the rules of the house. */
@Component
final class RouteFiles implements CamelContextConfiguration, InitializingBean {
    static final String NAMESPACE = "http://camel.apache.org/schema/xml-io";

    private final Home home;
    private final RouteRules rules;
    private final KapuComponent kapu;
    private final Doors doors;
    private final List<RouteDefinition> routes = new ArrayList<>();

    RouteFiles(Home home, RouteRules rules, KapuComponent kapu, Doors doors) {
        this.home = home;
        this.rules = rules;
        this.kapu = kapu;
        this.doors = doors;
    }

    /** Before an empty registry is seeded: a mistake must not show only minutes later. */
    @Override
    public void afterPropertiesSet() {
        routes.addAll(readAll());
        doors.plan(rules.check(routes));
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
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
        Optional<RoutesDefinition> routes;
        try (var stream = file.getInputStream()) {
            routes = new ModelParser(stream, NAMESPACE).parseRoutesDefinition();
        } catch (Exception e) {
            throw problem(file, String.valueOf(e.getMessage()));
        }
        return routes.orElseThrow(() -> problem(file, "it holds no <routes> of the namespace " + NAMESPACE))
                .getRoutes();
    }

    private static StartupProblem problem(Resource file, String what) {
        return new StartupProblem(
                "The route file routes/" + file.getFilename() + " cannot be read: " + what,
                "Correct what is named above and start again.");
    }
}
