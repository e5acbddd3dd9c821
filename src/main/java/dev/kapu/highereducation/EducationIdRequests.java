package dev.kapu.highereducation;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.highereducation.EducationIdRequest.State;
import dev.kapu.highereducation.EducationIdRequestStore.Waiting;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.person.NewPerson;
import dev.kapu.registry.registration.EarlierRegistrations;
import dev.kapu.registry.registration.PresentIds;
import dev.kapu.registry.registration.RegistrationOutcome;
import dev.kapu.registry.registration.RegistrationOutcome.AlreadyRegistered;
import dev.kapu.registry.registration.RegistrationOutcome.InReview;
import dev.kapu.registry.registration.RegistrationOutcome.Registered;
import dev.kapu.registry.registration.Registrations;
import dev.kapu.registry.registration.ReviewClosedAlong;
import dev.kapu.registry.registration.ReviewDecided;
import dev.kapu.registry.registration.Unaffiliated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final EarlierRegistrations earlier;
    private final AcademicRoles roles;
    private final PresentIds ids;
    private final Unaffiliated newcomers;

    EducationIdRequests(
            EducationIdRequestStore store,
            Registrations registrations,
            EarlierRegistrations earlier,
            AcademicRoles roles,
            PresentIds ids,
            Unaffiliated newcomers) {
        this.store = store;
        this.registrations = registrations;
        this.earlier = earlier;
        this.roles = roles;
        this.ids = ids;
        this.newcomers = newcomers;
    }

    /**
     * @param since null for the day on which the role is taken over
     * @param papers file number under which the Office gets the person's papers; null if it gets none
     */
    public record Asked(
            NewPerson person,
            AcademicRole.Kind role,
            @Nullable LocalDate since,
            @Nullable String papers) {
        /** Hazard: must not show whom it is about. */
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /**
     * Registers the person, unattached (K14), or opens a review; whoever gets an ID has the role from then on. Who is
     * registered exactly so is put before the Office, too, if it gets their papers: it may let the ID be told (ADR 47).
     *
     * <p>Once more for the same person is no further request: the partner's earlier one is answered, with its role, as it
     * stands. Of papers the last named count; when the Office has decided and told nothing, others open a new request.
     *
     * @throws FaultException {@code Client.Person.AlreadyRegistered} for exactly the same person without papers; what
     *     registration finds wrong with the data; {@code Client.HigherEducation.DateInvalid}
     */
    @Transactional
    public EducationIdRequest give(Asked asked, String partner) {
        roles.requireStart(asked.since(), asked.person().birthDate());
        registrations.lockAll(Stream.of(asked.person()));
        return earlier(asked, partner).orElseGet(() -> first(asked, partner));
    }

    private Optional<EducationIdRequest> earlier(Asked asked, String partner) {
        var found = earlier.find(asked.person());
        var stands = store.earlier(found.reviews(), found.held(), partner).orElse(null);
        if (stands == null) {
            return Optional.empty();
        }
        var request = present(stands.request());
        var papers = asked.papers();
        if (papers != null && !papers.equals(stands.papers())) {
            if (request.state() == State.IN_REVIEW) {
                store.replacePapers(request.number(), papers);
            } else if (request.educationId() == null) {
                return Optional.empty();
            }
        }
        return Optional.of(request);
    }

    private EducationIdRequest first(Asked asked, String partner) {
        var outcome = registrations.register(asked.person());
        if (outcome instanceof AlreadyRegistered) {
            if (asked.papers() == null) {
                throw new FaultException(Fault.ALREADY_REGISTERED);
            }
            outcome = registrations.ask(asked.person());
        }
        var review = outcome instanceof InReview open ? open.review() : null;
        var request = request(UUID.randomUUID(), asked.role(), outcome, null);
        store.insert(request, asked.since(), asked.papers(), review, partner);
        begin(request, asked.since(), partner);
        return request;
    }

    /** File numbers of the papers that the Office gets, of those reviews in which whoever asked sent some. */
    public Map<UUID, String> papers(List<UUID> reviews) {
        return store.papers(reviews);
    }

    /**
     * What has become of it. Of an ID that was retired since, the answer has the present one (K1).
     *
     * @throws FaultException {@code Client.HigherEducation.RequestNotFound}, also of another partner's
     */
    public EducationIdRequest find(UUID number, String partner) {
        return store.find(number, partner)
                .map(this::present)
                .orElseThrow(() -> new FaultException(Fault.EDUCATION_ID_REQUEST_NOT_FOUND));
    }

    private EducationIdRequest present(EducationIdRequest request) {
        var given = request.educationId();
        return new EducationIdRequest(
                request.number(), request.role(), request.state(), given == null ? null : ids.current(given));
    }

    @EventListener
    void decided(ReviewDecided event) {
        var asked = store.waiting(event.review());
        if (event.told() != null && asked.map(Waiting::papers).isEmpty()) {
            throw new FaultException(Fault.REVIEW_DECISION_IMPOSSIBLE, "tellEducationId");
        }
        asked.ifPresent(waiting -> {
            var request = request(waiting.number(), waiting.role(), event.outcome(), event.told());
            store.decide(request);
            begin(request, waiting.since(), waiting.partner());
        });
    }

    /** Papers that nobody has looked at may be named again. */
    @EventListener
    void closedAlong(ReviewClosedAlong event) {
        store.forgetPapers(event.review());
    }

    private void begin(EducationIdRequest request, @Nullable LocalDate since, String partner) {
        if (request.educationId() != null) {
            roles.begin(request.educationId(), request.role(), since, partner);
        }
        if (request.educationId() != null && request.state() == State.GIVEN) {
            newcomers.tell(request.educationId());
        }
    }

    private static EducationIdRequest request(
            UUID number, AcademicRole.Kind role, RegistrationOutcome outcome, @Nullable EducationId told) {
        if (outcome instanceof Registered registered) {
            return new EducationIdRequest(number, role, State.GIVEN, registered.educationId());
        }
        return outcome instanceof InReview
                ? new EducationIdRequest(number, role, State.IN_REVIEW, null)
                : new EducationIdRequest(number, role, State.ALREADY_REGISTERED, told);
    }
}
