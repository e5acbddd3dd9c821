package dev.kapu.gate;

import dev.kapu.access.Access;
import dev.kapu.access.Decision.Permit;
import dev.kapu.access.Question;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.Recorder;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Discloses registry events: decided, minimised and recorded as an answer is, then handed to the partner's route. */
@Component
final class Events implements EventDoor {
    private final Access access;
    private final Recorder recorder;
    private final Contracts contracts;
    private final Doors doors;
    private final RequestMeters meters;
    private final Clock clock;

    Events(Access access, Recorder recorder, Contracts contracts, Doors doors, RequestMeters meters, Clock clock) {
        this.access = access;
        this.recorder = recorder;
        this.contracts = contracts;
        this.doors = doors;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Set<String> partners() {
        return doors.eventPartners();
    }

    @Override
    public boolean offer(Event event, String partner) {
        var operation = "events/" + event.kind();
        var decision = access.decide(new Question(partner, operation, null, null, event.institution()));
        if (!(decision instanceof Permit permit)
                || !permit.reach().scope().covers(event.subject(), event.institution())) {
            return false;
        }
        var disclosure = AnswerShape.minimiseRecord(event.body(), permit.fields());
        byte[] xml = contracts.write(event.body());
        var draft = new Draft(
                new Request.Receipt(Channel.EVENT, clock.instant(), System.nanoTime(), 0, Hashes.sha256(xml)),
                partner,
                new Headers(null, event.id().toString(), null, null, null, permit.purpose()),
                operation);
        draft.decided(permit);
        draft.disclosed(disclosure);
        var door = doors.events(partner);
        recorder.record(draft.seal(xml.length));
        hand(event, xml, door);
        meters.handled(draft);
        return true;
    }

    private static void hand(Event event, byte[] xml, KapuConsumer door) {
        var group = HexFormat.of()
                .formatHex(Hashes.sha256(event.subject().educationId().getBytes(StandardCharsets.UTF_8)), 0, 8);
        try {
            door.run(
                    new String(xml, StandardCharsets.UTF_8),
                    Map.of("kapuEventId", event.id().toString(), "kapuEventKind", event.kind(), "kapuGroup", group),
                    Map.of());
        } catch (Exception failed) {
            throw new FaultException(failed instanceof FaultException no ? no.fault() : Fault.UNAVAILABLE);
        }
    }
}
