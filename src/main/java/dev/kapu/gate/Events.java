package dev.kapu.gate;

import dev.kapu.access.Access;
import dev.kapu.access.Decision;
import dev.kapu.access.Decision.Deny;
import dev.kapu.access.Decision.Permit;
import dev.kapu.access.Grant;
import dev.kapu.access.Policies;
import dev.kapu.access.Question;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.Recorder;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.scope.Scope;
import dev.kapu.scope.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Discloses registry events: decided, minimised and recorded as an answer is, then handed to the partner's route. */
@Component
final class Events implements EventDoor {
    private static final Logger log = LoggerFactory.getLogger(Events.class);
    private static final String EVENTS = "events/";

    /** A right that is not there, or not for this institution; everything else may pass. */
    private static final Set<Fault> FINAL =
            Set.of(Fault.NOT_PERMITTED, Fault.NOT_VALID_NOW, Fault.REPRESENTATION_REFUSED);

    private final Access access;
    private final Policies policies;
    private final Recorder recorder;
    private final Contracts contracts;
    private final Doors doors;
    private final Carrier carrier;
    private final RequestMeters meters;
    private final Clock clock;

    Events(
            Access access,
            Policies policies,
            Recorder recorder,
            Contracts contracts,
            Doors doors,
            Carrier carrier,
            RequestMeters meters,
            Clock clock) {
        this.access = access;
        this.policies = policies;
        this.recorder = recorder;
        this.contracts = contracts;
        this.doors = doors;
        this.carrier = carrier;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Set<String> partners() {
        return doors.plan().map(RoutePlan::eventPartners).orElse(Set.of());
    }

    @Override
    public Set<String> kinds(String partner) {
        return partners().contains(partner)
                ? contracts.events().keySet().stream()
                        .filter(kind -> policies.holders(EVENTS + kind).contains(partner))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    @Override
    public Set<String> recipients(String kind, String institution) {
        var plan = doors.plan().orElseThrow(() -> new FaultException(Fault.UNAVAILABLE));
        var holders = policies.holders(EVENTS + kind, institution);
        return plan.eventPartners().stream().filter(holders::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean mayConcern(String partner, String kind, Subject subject) {
        return scopes(partner, kind)
                .anyMatch(scope -> !scope.isStanding() || subject.standing().contains(scope));
    }

    @Override
    public boolean isForInstitutions(String partner, String kind) {
        return scopes(partner, kind).allMatch(scope -> scope.needs() == Scope.Needs.REPRESENTED_INSTITUTION);
    }

    private Stream<Scope> scopes(String partner, String kind) {
        return policies.grants().stream()
                .filter(grant ->
                        partner.equals(grant.partner()) && grant.operations().contains(EVENTS + kind))
                .map(Grant::subjects);
    }

    @Override
    public boolean offer(Event event, String partner) {
        long start = System.nanoTime();
        try {
            return disclose(event, partner);
        } catch (RuntimeException kept) {
            meters.failed(partner, EVENTS + event.kind(), System.nanoTime() - start);
            throw kept;
        }
    }

    private boolean disclose(Event event, String partner) {
        var decision = access.decide(new Question(partner, EVENTS + event.kind(), null, null, event.institution()));
        if (decision instanceof Deny deny) {
            if (!FINAL.contains(deny.reason())) {
                throw new FaultException(deny.reason());
            }
            return refused(event, partner, deny, deny.reason());
        }
        var permit = (Permit) decision;
        if (!permit.reach().scope().covers(event.subject(), event.institution())) {
            return refused(event, partner, permit, Fault.PERSON_NOT_FOUND);
        }
        var disclosure = AnswerShape.minimiseRecord(event.body(), permit.fields());
        byte[] xml = contracts.write(event.body());
        var draft = draft(event, partner, xml);
        draft.decided(permit);
        draft.disclosed(disclosure);
        var door = doors.events(partner);
        recorder.record(draft.seal(xml.length));
        hand(event, xml, door);
        meters.handled(draft);
        return true;
    }

    private boolean refused(Event event, String partner, Decision decision, Fault reason) {
        var draft = draft(event, partner, contracts.write(event.body()));
        draft.decided(decision);
        if (event.subject().isPerson()) {
            draft.askedAbout(event.subject().educationId());
        }
        draft.failed(reason);
        recorder.record(draft.seal(0));
        meters.handled(draft);
        return false;
    }

    private Draft draft(Event event, String partner, byte[] xml) {
        return new Draft(
                new Request.Receipt(Channel.EVENT, clock.instant(), System.nanoTime(), 0, Hashes.sha256(xml)),
                partner,
                new Headers(null, event.id().toString(), null, null, null, null),
                EVENTS + event.kind());
    }

    private void hand(Event event, byte[] xml, KapuConsumer door) {
        var group = HexFormat.of()
                .formatHex(Hashes.sha256(event.subject().educationId().getBytes(StandardCharsets.UTF_8)), 0, 8);
        try {
            door.run(
                    new String(xml, StandardCharsets.UTF_8),
                    Map.of("kapuEventId", event.id().toString(), "kapuEventKind", event.kind(), "kapuGroup", group),
                    Map.of());
        } catch (Exception failed) {
            throw new FaultException(fault(event, failed));
        }
    }

    /** What fails on the way waits until it is open; what else fails, fails at this event. */
    private Fault fault(Event event, Exception failed) {
        var fault = carrier.hasFailed(failed) || Causes.isOnTheWay(failed) ? Fault.UNAVAILABLE : Causes.fault(failed);
        if (fault == Fault.INTERNAL) {
            log.error("{} cannot be handed over: {}", event.id(), Causes.of(failed));
        }
        return fault;
    }
}
