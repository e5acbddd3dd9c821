package dev.kapu.messaging;

import dev.kapu.admissions.AdmissionResult;
import dev.kapu.admissions.ApplicationSheetChanged;
import dev.kapu.admissions.ApplicationSheetSubmitted;
import dev.kapu.admissions.ApplicationSheetWithdrawn;
import dev.kapu.contract.events.ObjectFactory;
import dev.kapu.exams.ExamDocumentRegistered;
import dev.kapu.registry.RegistryEvent;
import dev.kapu.registry.amendment.PersonAmended;
import dev.kapu.registry.card.CardIssued;
import dev.kapu.registry.card.CardWithdrawn;
import dev.kapu.registry.entitlement.CardEntitlementChanged;
import dev.kapu.registry.entitlement.CardLapsed;
import dev.kapu.registry.entitlement.CardValidated;
import dev.kapu.registry.master.InstitutionChanged;
import dev.kapu.registry.movement.AffiliationCancelled;
import dev.kapu.registry.movement.AffiliationEnded;
import dev.kapu.registry.movement.AffiliationStarted;
import dev.kapu.registry.registration.PersonRegistered;
import dev.kapu.registry.registration.PersonsMerged;
import dev.kapu.registry.registration.ReviewOpened;
import dev.kapu.registry.responsibility.ResponsibleInstitutionChanged;
import dev.kapu.registry.secret.InstitutionSecretChanged;
import dev.kapu.submission.SignerRegistered;
import dev.kapu.submission.SignerRevoked;
import dev.kapu.submission.SubmissionEntryDecided;
import dev.kapu.submission.SubmissionStateChanged;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import javax.xml.transform.stream.StreamSource;

/** Registry events in the words of the contract, {@code wsdl/events.xsd}. */
final class EventContracts {
    /** A new event needs a line here and a body in {@link EventBodies} or {@link OwnBodies}. */
    private static final List<Contract<?>> ALL = List.of(
            new Contract<>(AffiliationEnded.class, dev.kapu.contract.events.AffiliationEnded.class, EventBodies::of),
            new Contract<>(PersonRegistered.class, dev.kapu.contract.events.PersonRegistered.class, EventBodies::of),
            new Contract<>(PersonAmended.class, dev.kapu.contract.events.PersonAmended.class, EventBodies::of),
            new Contract<>(
                    AffiliationStarted.class, dev.kapu.contract.events.AffiliationStarted.class, EventBodies::of),
            new Contract<>(
                    AffiliationCancelled.class, dev.kapu.contract.events.AffiliationCancelled.class, EventBodies::of),
            new Contract<>(
                    ResponsibleInstitutionChanged.class,
                    dev.kapu.contract.events.ResponsibleInstitutionChanged.class,
                    EventBodies::of),
            new Contract<>(PersonsMerged.class, dev.kapu.contract.events.PersonsMerged.class, EventBodies::of),
            new Contract<>(
                    InstitutionChanged.class, dev.kapu.contract.events.InstitutionChanged.class, EventBodies::of),
            new Contract<>(
                    SubmissionStateChanged.class,
                    dev.kapu.contract.events.SubmissionStateChanged.class,
                    EventBodies::of),
            new Contract<>(
                    ExamDocumentRegistered.class,
                    dev.kapu.contract.events.ExamDocumentRegistered.class,
                    EventBodies::of),
            new Contract<>(
                    SubmissionEntryDecided.class,
                    dev.kapu.contract.events.SubmissionEntryDecided.class,
                    EventBodies::of),
            new Contract<>(
                    CardEntitlementChanged.class,
                    dev.kapu.contract.events.CardEntitlementChanged.class,
                    EventBodies::of),
            new Contract<>(CardWithdrawn.class, dev.kapu.contract.events.CardWithdrawn.class, EventBodies::of),
            new Contract<>(CardValidated.class, dev.kapu.contract.events.CardValidated.class, EventBodies::of),
            new Contract<>(CardLapsed.class, dev.kapu.contract.events.CardLapsed.class, EventBodies::of),
            new Contract<>(
                    ApplicationSheetSubmitted.class,
                    dev.kapu.contract.events.ApplicationSheetSubmitted.class,
                    EventBodies::of),
            new Contract<>(
                    ApplicationSheetChanged.class,
                    dev.kapu.contract.events.ApplicationSheetChanged.class,
                    EventBodies::of),
            new Contract<>(
                    ApplicationSheetWithdrawn.class,
                    dev.kapu.contract.events.ApplicationSheetWithdrawn.class,
                    EventBodies::of),
            new Contract<>(AdmissionResult.class, dev.kapu.contract.events.AdmissionResult.class, EventBodies::of),
            new Contract<>(CardIssued.class, dev.kapu.contract.events.CardIssued.class, OwnBodies::of),
            new Contract<>(ReviewOpened.class, dev.kapu.contract.events.ReviewOpened.class, OwnBodies::of),
            new Contract<>(SignerRegistered.class, dev.kapu.contract.events.SignerRegistered.class, OwnBodies::of),
            new Contract<>(SignerRevoked.class, dev.kapu.contract.events.SignerRevoked.class, OwnBodies::of),
            new Contract<>(
                    InstitutionSecretChanged.class,
                    dev.kapu.contract.events.InstitutionSecretChanged.class,
                    OwnBodies::of));

    private final JAXBContext context;

    EventContracts() {
        try {
            context = JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Contract<E extends RegistryEvent>(Class<E> event, Class<?> body, Function<E, Object> writer) {
        Object write(RegistryEvent of) {
            return writer.apply(event.cast(of));
        }
    }

    /** The kind in grants and contract, e.g. {@code affiliationEnded}: the name of the event. */
    static String kind(RegistryEvent event) {
        return kind(event.getClass());
    }

    private static String kind(Class<?> event) {
        var name = event.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    Object of(RegistryEvent event) {
        return ALL.stream()
                .filter(contract -> contract.event.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contract has the event " + kind(event)))
                .write(event);
    }

    String write(Object body) {
        try {
            var xml = new StringWriter();
            context.createMarshaller().marshal(body, xml);
            return xml.toString();
        } catch (JAXBException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    /** @throws IllegalArgumentException if there is no such kind, or the text is not of it */
    Object read(String kind, String xml) {
        var type = ALL.stream()
                .filter(contract -> kind(contract.event).equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is called " + kind))
                .body;
        try {
            return context.createUnmarshaller()
                    .unmarshal(new StreamSource(new StringReader(xml)), type)
                    .getValue();
        } catch (JAXBException e) {
            throw new IllegalArgumentException("the body of an event is not of its kind", e);
        }
    }
}
