package dev.kapu.highereducation;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.highereducation.EducationIdRequest.State;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.ReviewDecided;
import dev.kapu.registry.registration.Unaffiliated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * IDs for who has none: from abroad, or from before there were IDs. They go the way of every registration, so that nobody
 * gets two (K2).
 */
@Component
public class EducationIdRequests {
    private final EducationIdRequestStore store;
    private final Registrations registrations;
    private final AcademicRoles roles;
    private final PresentIds ids;
    private final Unaffiliated newcomers;

    EducationIdRequests(
            EducationIdRequestStore store,
            Registrations registrations,
            AcademicRoles roles,
            PresentIds ids,
            Unaffiliated newcomers) {
        this.store = store;
        this.registrations = registrations;
        this.roles = roles;
        this.ids = ids;
        this.newcomers = newcomers;
    }

    /**
     * Registers the person, unattached (K14), or opens a review; whoever gets an ID has the role from then on.
     *
     * @param since first day of the role; null for the day on which the ID is given
     * @throws FaultException {@code Client.Person.AlreadyRegistered} for exactly the same person; what registration finds
     *     wrong with the data; {@code Client.HigherEducation.DateInvalid}
     */
    @Transactional
    public EducationIdRequest give(
            NewPerson person, AcademicRole.Kind role, @Nullable LocalDate since, String partner) {
        roles.requireStart(since, person.birthDate());
        var number = UUID.randomUUID();
        var outcome = registrations.register(person);
        if (outcome instanceof AlreadyRegistered) {
            throw new FaultException(Fault.ALREADY_REGISTERED);
        }
        var review = outcome instanceof InReview open ? open.review() : null;
        var request = request(number, role, outcome);
        store.insert(request, since, review, partner);
        begin(request, since, partner);
        return request;
    }

    /**
     * What has become of it. Of an ID that was retired since, the answer has the present one (K1).
     *
     * @throws FaultException {@code Client.HigherEducation.RequestNotFound}, also of another partner's
     */
    public EducationIdRequest find(UUID number, String partner) {
        var request =
                store.find(number, partner).orElseThrow(() -> new FaultException(Fault.EDUCATION_ID_REQUEST_NOT_FOUND));
        var given = request.educationId();
        return new EducationIdRequest(
                number, request.role(), request.state(), given == null ? null : ids.current(given));
    }

    @EventListener
    void decided(ReviewDecided event) {
        store.waiting(event.review()).ifPresent(waiting -> {
            var request = request(waiting.number(), waiting.role(), event.outcome());
            store.decide(request);
            begin(request, waiting.since(), waiting.partner());
        });
    }

    private void begin(EducationIdRequest request, @Nullable LocalDate since, String partner) {
        if (request.educationId() != null) {
            roles.begin(request.educationId(), request.role(), since, partner);
            newcomers.tell(request.educationId());
        }
    }

    private static EducationIdRequest request(UUID number, AcademicRole.Kind role, RegistrationOutcome outcome) {
        @Nullable EducationId given = null;
        State state;
        if (outcome instanceof Registered registered) {
            state = State.GIVEN;
            given = registered.educationId();
        } else {
            state = outcome instanceof InReview ? State.IN_REVIEW : State.ALREADY_REGISTERED;
        }
        return new EducationIdRequest(number, role, state, given);
    }
}
