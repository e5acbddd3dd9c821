package dev.kapu.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server that runs on a cluster's directory, whoever started it: found by {@code postmaster.pid}. */
record PostmasterProcess(Path cluster) {
    private static final int PATIENCE_SECONDS = 120;

    /** The system reckons a process's start from its own: a clock that was set since moves it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * Fast shutdown: open transactions are rolled back, committed ones are safe. Returns when the server is gone.
     *
     * @return whether there was one
     */
    boolean stop() {
        try {
            var running = find();
            if (running.isEmpty()) {
                return false;
            }
            interrupt(running.get());
            running.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new StartupProblem(
                    "The PostgreSQL of a hub killed earlier is still running on " + cluster + " and does not stop.",
                    "Stop the process named in the first line of " + pidFile() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping", e);
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var process = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(candidate -> isPostgres(candidate) && startedAt(candidate, lines));
        if (process.isEmpty()) {
            // After a reboot the number may belong to another program; PostgreSQL would then refuse to start.
            Files.delete(pidFile());
        }
        return process;
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        // Not even visible: another user's, while the hub's server runs as its own.
                        .orElse(false);
    }

    /** The third line says when the server started, in seconds: the number may belong to a later one by now. */
    private static boolean startedAt(ProcessHandle process, List<String> lines) {
        if (lines.size() < 3) {
            return true;
        }
        var stated = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return process.info()
                .startInstant()
                .map(started -> Duration.between(stated, started).abs().compareTo(CLOCKS_DIFFER) < 0)
                .orElse(true);
    }

    /** SIGTERM, all that Java can send, would wait for every client to leave by itself. */
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        var windows = System.getProperty("os.name", "").startsWith("Windows");
        if (windows
                || new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                                .start()
                                .waitFor()
                        != 0) {
            process.destroy();
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
