package dev.kapu.soap;

import dev.kapu.contract.events.AffiliationCancelled;
import dev.kapu.contract.events.AffiliationEnded;
import dev.kapu.contract.events.AffiliationStarted;
import dev.kapu.contract.events.ExamDocumentRegistered;
import dev.kapu.contract.events.InstitutionChanged;
import dev.kapu.contract.events.PersonAmended;
import dev.kapu.contract.events.PersonRegistered;
import dev.kapu.contract.events.PersonsMerged;
import dev.kapu.contract.events.ResponsibleInstitutionChanged;
import dev.kapu.contract.events.SubmissionStateChanged;
import dev.kapu.gate.Contracts;
import dev.kapu.gate.Operation;
import dev.kapu.start.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The contracts as the WSDLs in {@code wsdl/} state them. */
@Component
final class WsdlContracts implements Contracts {
    private static final Map<String, Class<?>> EVENTS = Map.ofEntries(
            Map.entry("affiliationEnded", AffiliationEnded.class),
            Map.entry("personRegistered", PersonRegistered.class),
            Map.entry("submissionStateChanged", SubmissionStateChanged.class),
            Map.entry("personAmended", PersonAmended.class),
            Map.entry("personsMerged", PersonsMerged.class),
            Map.entry("affiliationStarted", AffiliationStarted.class),
            Map.entry("affiliationCancelled", AffiliationCancelled.class),
            Map.entry("responsibleInstitutionChanged", ResponsibleInstitutionChanged.class),
            Map.entry("institutionChanged", InstitutionChanged.class),
            Map.entry("examDocumentRegistered", ExamDocumentRegistered.class));

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
