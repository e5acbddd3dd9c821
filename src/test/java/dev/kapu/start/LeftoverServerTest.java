package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

class LeftoverServerTest {
    private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");

    @TempDir
    Path directory;

    @Test
    void the_server_that_a_killed_hub_leaves_is_stopped_and_the_data_are_kept() throws Exception {
        startAndKillHub();
        var leftover = postmaster();
        assertThat(leftover).matches(ProcessHandle::isAlive);

        try (var data = DataDirectory.open(directory, DataSize.ofBytes(1));
                var server = EmbeddedDatabase.start(data, 0, SMALL)) {
            assertThat(leftover.isAlive()).isFalse();
            assertThat(JdbcClient.create(server.asSuperuser("postgres"))
                            .sql("select count(*) from kept")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_process_number_that_meanwhile_belongs_to_another_program_is_left_alone() throws IOException {
        Files.createDirectories(cluster());
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n" + cluster() + "\n");

        assertThat(new PostmasterProcess(cluster()).stop()).isFalse();

        assertThat(pidFile()).doesNotExist();
    }

    private void startAndKillHub() throws Exception {
        var hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("committed"::equals)).isTrue();
        hub.destroyForcibly().waitFor();
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).get(0)))
                .orElseThrow();
    }

    private Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    private Path cluster() {
        return directory.resolve("postgres");
    }
}
