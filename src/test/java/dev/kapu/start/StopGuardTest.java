package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StopGuardTest {
    private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");

    @TempDir
    Path directory;

    @Test
    void a_stop_waits_for_the_launch_under_way_and_stops_what_it_launched() throws Exception {
        try (var data = DataDirectory.open(directory, DataSize.ofBytes(1))) {
            var guard = StopGuard.register(new Cluster(data));
            var launching = new CountDownLatch(1);
            var server = CompletableFuture.supplyAsync(() -> guard.launch(() -> {
                launching.countDown();
                return EmbeddedDatabase.start(data, 0, SMALL);
            }));
            launching.await();

            guard.stop();

            assertThat(server).isDone();
            assertThatThrownBy(() -> server.join()
                            .asSuperuser("postgres")
                            .getConnection()
                            .close())
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void nothing_is_launched_after_a_stop() throws Exception {
        try (var data = DataDirectory.open(directory, DataSize.ofBytes(1))) {
            var guard = StopGuard.register(new Cluster(data));

            guard.stop();

            assertThatThrownBy(() -> guard.launch(() -> EmbeddedDatabase.start(data, 0, SMALL)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
