package dev.kapu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kapu.audit.DisclosureRecord.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RequestMeters meters = new RequestMeters(registry);

    @Test
    void all_institutions_of_the_country_share_a_timer_and_each_partner_has_its_own() {
        for (int code = 0; code < 1_000; code++) {
            meters.handled(draft("institution-%06d".formatted(code)));
            meters.failed("institution-%06d".formatted(code), "Submissions/getStatus", 1);
        }
        meters.handled(draft("school-program"));
        meters.handled(draft("institution-of-exams"));
        meters.handled(draft(null));

        assertThat(registry.find("kapu.requests").timers())
                .extracting(timer -> timer.getId().getTag("partner"), timer -> timer.count())
                .containsExactlyInAnyOrder(
                        tuple("institutions", 1_000L),
                        tuple("institutions", 1_000L),
                        tuple("school-program", 1L),
                        tuple("institution-of-exams", 1L),
                        tuple("unknown", 1L));
    }

    private static Draft draft(@Nullable String partner) {
        var receipt = new Request.Receipt(Channel.HTTP, Instant.EPOCH, System.nanoTime(), 0, new byte[0]);
        return new Draft(receipt, partner, Headers.NONE, "Submissions/getStatus");
    }
}
