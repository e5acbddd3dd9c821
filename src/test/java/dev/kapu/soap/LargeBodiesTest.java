package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.access.Access;
import dev.kapu.access.Decision;
import dev.kapu.access.Question;
import dev.kapu.fault.Fault;
import dev.kapu.start.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.cxf.message.MessageImpl;
import org.junit.jupiter.api.Test;

/** Room for messages that may be larger than others (ADR 22). */
class LargeBodiesTest {
    private static final SoapProperties LIMITS = new SoapProperties(2_048, 4_096, 8, Duration.ofSeconds(30), 1);

    private final LargeBodies large = new LargeBodies(new Access() {
        @Override
        public Decision decide(Question question) {
            return new Decision.Deny(Fault.NOT_PERMITTED, null, "");
        }

        @Override
        public boolean holds(String partner, String operation) {
            return operation.equals("Workbooks/importWorkbook") && !partner.equals("stranger");
        }
    });

    @Test
    void there_is_room_for_two_senders_with_one_message_each() {
        var first = admitted("a", "Workbooks");

        assertThatThrownBy(() -> admitted("a", "Workbooks")).hasMessage(Fault.BUSY.code());
        assertThat(admitted("b", "Workbooks").isLarge).isTrue();
        assertThatThrownBy(() -> admitted("c", "Workbooks")).hasMessage(Fault.BUSY.code());
        large.done(first);
        assertThat(admitted("c", "Workbooks").isLarge).isTrue();
    }

    @Test
    void who_may_send_no_workbook_and_who_sends_something_else_is_held_to_the_ordinary_limit_and_takes_no_room() {
        assertThat(admitted("stranger", "Workbooks").isLarge).isFalse();
        assertThat(admitted("a", "IdCards").isLarge).isFalse();
        assertThat(admitted("a", "Workbooks").isLarge).isTrue();
    }

    private Reading admitted(String partner, String service) {
        var reading = new Reading();
        reading.partner = partner;
        large.admit(new Incoming(new MessageImpl()), service(service), reading);
        return reading;
    }

    private static Service service(String name) {
        return new WsdlContracts(new Home(List.of(Path.of(""))), LIMITS)
                .services().stream()
                        .filter(service -> service.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
