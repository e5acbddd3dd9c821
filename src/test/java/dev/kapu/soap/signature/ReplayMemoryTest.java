package dev.kapu.soap.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class ReplayMemoryTest {
    private final Instant soon = Instant.now().plus(Duration.ofMinutes(5));

    @Autowired
    ReplayMemory memory;

    @Autowired
    JdbcClient database;

    private final byte[] signed = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);

    @Test
    void a_message_is_admitted_once() {
        memory.admit("admissions", signed, soon);

        replayed(memory);
    }

    @Test
    void another_partner_may_have_signed_the_same() {
        memory.admit("admissions", signed, soon);

        assertThatCode(() -> memory.admit("exam-registry", signed, soon)).doesNotThrowAnyException();
    }

    @Test
    void another_node_or_a_restarted_hub_remembers() {
        memory.admit("admissions", signed, soon);

        try (var elsewhere = new ReplayMemory(new SeenMessageStore(database), Clock.systemUTC())) {
            elsewhere.start();
            replayed(elsewhere);
        }
    }

    @Test
    void of_many_at_once_one_is_admitted() {
        var admitted = new AtomicInteger();

        IntStream.range(0, 32).parallel().forEach(i -> {
            try {
                memory.admit("admissions", signed, soon);
                admitted.incrementAndGet();
            } catch (FaultException no) {
                assertThat(no.fault()).isEqualTo(Fault.MESSAGE_REPLAYED);
            }
        });

        assertThat(admitted).hasValue(1);
    }

    @Test
    void what_is_too_old_to_be_accepted_is_forgotten() {
        var store = new SeenMessageStore(database);
        store.insert(List.of(signed), List.of(Instant.now().minusSeconds(1)));

        await().untilAsserted(() -> {
            store.deleteExpired(Instant.now(), 1);
            assertThat(store.insert(List.of(signed), List.of(soon))).hasSize(1);
        });
    }

    @Test
    void without_a_database_nothing_is_admitted() {
        try (var broken = new ReplayMemory(new BrokenStore(), Clock.systemUTC())) {
            broken.start();

            assertThatThrownBy(() -> broken.admit("admissions", signed, soon))
                    .isInstanceOfSatisfying(
                            FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.UNAVAILABLE));
        }
    }

    private void replayed(ReplayMemory where) {
        assertThatThrownBy(() -> where.admit("admissions", signed, soon))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.MESSAGE_REPLAYED));
    }

    private static final class BrokenStore extends FakeSeenMessages {
        @Override
        List<byte[]> insert(List<byte[]> digests, List<Instant> expiries) {
            throw new IllegalStateException("down");
        }
    }
}
