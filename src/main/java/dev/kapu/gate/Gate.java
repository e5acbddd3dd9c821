package dev.kapu.gate;

import dev.kapu.access.Access;
import dev.kapu.access.Decision.Deny;
import dev.kapu.access.Decision.Permit;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.Recorder;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The door. Whatever comes in leaves as a {@link Reply} whose disclosure record was durable first; if it cannot be
 * recorded, the reply is a fault that discloses nothing.
 */
@Component
public final class Gate {
    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final Access access;
    private final Recorder recorder;
    private final Contracts contracts;
    private final Shapes shapes;
    private final Doors doors;
    private final Writes writes;
    private final RequestMeters meters;
    private final FailureLog failures;

    Gate(
            Access access,
            Recorder recorder,
            Contracts contracts,
            Shapes shapes,
            Doors doors,
            Writes writes,
            RequestMeters meters,
            FailureLog failures) {
        this.access = access;
        this.recorder = recorder;
        this.contracts = contracts;
        this.shapes = shapes;
        this.doors = doors;
        this.writes = writes;
        this.meters = meters;
        this.failures = failures;
    }

    /** Never throws: what goes wrong is a recorded fault. */
    public Reply answer(Request request, Envelope envelope) {
        var draft = new Draft(
                request.receipt(),
                request.partner(),
                request.headers(),
                request.operation().id());
        return recorded(draft, judged(request, draft, envelope), envelope);
    }

    /** A message that was no request is answered and recorded just the same. */
    public Reply refuse(Rejection rejection, Envelope envelope) {
        var draft = new Draft(rejection.receipt(), rejection.partner(), rejection.headers(), rejection.operation());
        return recorded(draft, refusal(rejection.fault(), draft, envelope), envelope);
    }

    private Reply judged(Request request, Draft draft, Envelope envelope) {
        try {
            var shape = shapes.request(request.operation());
            draft.askedAbout(shape.educationId(request.body()));
            draft.askedBecauseOf(shape.requestReference(request.body()));
            var permit = permitted(request, draft);
            requireHttpForSecret(request);
            var door = doors.operation(request.operation().id());
            byte[] answer = doors.writes(request.operation().id())
                    ? writes.once(request, permit, draft, envelope, () -> disclosed(request, permit, door, draft))
                    : envelope.answer(
                            disclosed(request, permit, door, draft).leaving().body());
            return new Reply(answer, null, null);
        } catch (FaultException no) {
            return refusal(no, draft, envelope);
        } catch (Exception | LinkageError unexpected) {
            failures.failed(request.operation().id(), unexpected);
            return refusal(new FaultException(Causes.fault(unexpected)), draft, envelope);
        }
    }

    /** A queue would keep what may be kept nowhere. */
    private void requireHttpForSecret(Request request) {
        if (request.receipt().channel() != Channel.HTTP
                && doors.isSecret(request.operation().id())) {
            throw new FaultException(Fault.HTTP_NEEDED);
        }
    }

    private Permit permitted(Request request, Draft draft) {
        var decision = access.decide(shapes.question(request));
        draft.decided(decision);
        if (decision instanceof Permit permit) {
            return permit;
        }
        var deny = (Deny) decision;
        throw new FaultException(deny.reason(), deny.where());
    }

    private Writes.Outcome disclosed(Request request, Permit permit, KapuConsumer door, Draft draft) throws Exception {
        var answer = door.run(request.body(), permit, request.partner());
        if (!request.operation().answer().isInstance(answer)) {
            throw new IllegalStateException("the route's last step gave no "
                    + request.operation().answer().getSimpleName());
        }
        var shape = shapes.answer(request.operation());
        var disclosure = shape.minimise(answer, permit.fields());
        draft.disclosed(disclosure);
        var leaving = new Writes.Answer(contracts.write(answer), disclosure);
        var once = doors.leavingOnce(request.operation().id());
        if (once.isEmpty()) {
            return new Writes.Outcome(leaving, leaving);
        }
        shape.without(once, answer);
        var left = shape.minimise(answer, permit.fields());
        return new Writes.Outcome(leaving, new Writes.Answer(contracts.write(answer), left));
    }

    private Reply refusal(FaultException no, Draft draft, Envelope envelope) {
        draft.failed(no.fault());
        return new Reply(envelope.fault(no), no.fault(), no.where());
    }

    private Reply recorded(Draft draft, Reply reply, Envelope envelope) {
        var left = reply;
        try {
            if (!draft.isRecorded()) {
                recorder.record(draft.seal(reply.bytes().length));
            }
        } catch (RuntimeException | LinkageError notRecorded) {
            // Whoever writes the records has said why, once.
            if (!(notRecorded instanceof FaultException)) {
                log.error("no answer, because it could not be recorded: {}", Causes.of(notRecorded));
            }
            left = refusal(new FaultException(Fault.NOT_RECORDED), draft, envelope);
        }
        meters.handled(draft);
        return left;
    }
}
