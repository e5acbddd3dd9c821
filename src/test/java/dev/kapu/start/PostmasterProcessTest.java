package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number in a file may belong to somebody else by now. */
class PostmasterProcessTest {
    @TempDir
    Path cluster;

    private Process postgres;

    /** Another program of that name; like PostgreSQL it heeds SIGINT, which a shell's background job ignores. */
    @BeforeEach
    void start() throws IOException {
        var program = Files.copy(Path.of("/usr/bin/perl"), cluster.resolve("postgres"));
        postgres = new ProcessBuilder(program.toString(), "-e", "$| = 1; $SIG{INT} = 'DEFAULT'; print 1; sleep 600")
                .start();
        postgres.getInputStream().read();
    }

    @AfterEach
    void stop() {
        postgres.destroyForcibly();
    }

    @Test
    void a_server_that_started_when_the_file_says_is_stopped() throws IOException {
        pidFile(postgres.pid(), Instant.now());

        assertThat(new PostmasterProcess(cluster).stop()).isTrue();

        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void a_server_that_started_at_another_time_is_left_alone_and_the_file_goes() throws IOException {
        var file = pidFile(postgres.pid(), Instant.now().minusSeconds(100_000));

        assertThat(new PostmasterProcess(cluster).stop()).isFalse();

        assertThat(postgres.isAlive()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_process_that_is_no_postgres_is_left_alone_and_the_file_goes() throws IOException {
        var file = pidFile(ProcessHandle.current().pid(), Instant.now());

        assertThat(new PostmasterProcess(cluster).stop()).isFalse();

        assertThat(file).doesNotExist();
    }

    private Path pidFile(long pid, Instant started) throws IOException {
        return Files.writeString(
                cluster.resolve("postmaster.pid"), pid + "\n" + cluster + "\n" + started.getEpochSecond() + "\n5432\n");
    }
}
