package dev.kapu.gate;

import dev.kapu.step.ChangesRegistry;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The steps of a served operation: public methods of beans of {@code dev.kapu.systems}, and nothing else. */
@Component
final class SystemSteps {
    private final ApplicationContext beans;

    SystemSteps(ApplicationContext beans) {
        this.beans = beans;
    }

    /** @return whether a step is marked {@link ChangesRegistry} */
    boolean check(RouteDefinition route, List<String> wrong) {
        if (route.getOutputs().isEmpty()) {
            wrong.add("route " + route.getRouteId() + " has no steps");
        }
        boolean changes = false;
        for (var step : route.getOutputs()) {
            var methods = methods(step);
            if (methods.isEmpty()) {
                wrong.add(
                        "route " + route.getRouteId() + " has a step that is no bean of a system: " + described(step));
            }
            changes |= methods.stream().anyMatch(method -> method.isAnnotationPresent(ChangesRegistry.class));
        }
        return changes;
    }

    /** @return whether a step's answer must not be kept */
    boolean isSecret(RouteDefinition route) {
        return route.getOutputs().stream()
                .flatMap(step -> methods(step).stream())
                .map(method -> method.getAnnotation(ChangesRegistry.class))
                .anyMatch(change -> change != null && !change.keepsAnswer());
    }

    /** @return the parts of the answer that must not be kept */
    Set<String> leavesOnce(RouteDefinition route) {
        return route.getOutputs().stream()
                .flatMap(step -> methods(step).stream())
                .map(method -> method.getAnnotation(ChangesRegistry.class))
                .filter(Objects::nonNull)
                .flatMap(change -> Arrays.stream(change.leavesOnce()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Camel would also take {@code getRequest} for {@code request}: only the exact name counts here. */
    private List<Method> methods(ProcessorDefinition<?> step) {
        if (!(step instanceof BeanDefinition bean)
                || bean.getRef() == null
                || bean.getBeanType() != null
                || !beans.containsBean(bean.getRef())) {
            return List.of();
        }
        var type = beans.getType(bean.getRef());
        if (type == null || !type.getName().startsWith("dev.kapu.systems.")) {
            return List.of();
        }
        return Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                .filter(method -> method.getName().equals(bean.getMethod()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
    }

    private static String described(ProcessorDefinition<?> step) {
        return step.getShortName() + (step.getId() == null ? "" : " " + step.getId());
    }
}
