package dev.kapu.soap;

import dev.kapu.contract.events.ObjectFactory;
import dev.kapu.gate.Contracts;
import dev.kapu.gate.Operation;
import dev.kapu.start.Home;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The contracts as the WSDLs in {@code wsdl/} state them. */
@Component
final class WsdlContracts implements Contracts {
    /** All elements of {@code wsdl/events.xsd}, by their names. */
    private static final Map<String, Class<?>> EVENTS = Arrays.stream(ObjectFactory.class.getMethods())
            .map(Method::getReturnType)
            .filter(type -> type.isAnnotationPresent(XmlRootElement.class))
            .collect(Collectors.toUnmodifiableMap(
                    type -> type.getAnnotation(XmlRootElement.class).name(), Function.identity()));

    private final List<Service> services;
    private final Bodies bodies;

    WsdlContracts(Home home, SoapProperties limits) {
        services = home.files("wsdl", "*.wsdl").stream()
                .map(file -> {
                    try {
                        return Wsdl.read(file.getURL());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
        bodies = new Bodies(services, EVENTS.values(), limits);
    }

    List<Service> services() {
        return services;
    }

    Bodies bodies() {
        return bodies;
    }

    @Override
    public Collection<Operation> operations() {
        return services.stream()
                .flatMap(service -> service.operations().stream())
                .toList();
    }

    @Override
    public Map<String, Class<?>> events() {
        return EVENTS;
    }

    @Override
    public Object read(Operation operation, byte[] xml) {
        var service = services.stream()
                .filter(candidate -> candidate.name().equals(operation.service()))
                .findFirst()
                .orElseThrow();
        return bodies.readAlone(service, operation, xml);
    }

    @Override
    public byte[] write(Object body) {
        return bodies.write(body);
    }

    @Override
    public byte[] hash(Object body) {
        return bodies.hash(body);
    }
}
