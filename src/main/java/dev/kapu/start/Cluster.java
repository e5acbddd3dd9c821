package dev.kapu.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/** What the embedded PostgreSQL keeps on disk. A database is made aside and moved to its place when it is complete. */
record Cluster(DataDirectory data) {
    Path directory() {
        return data.root().resolve("postgres");
    }

    Path unfinished() {
        return data.root().resolve("postgres-unfinished");
    }

    /** The server's program, unpacked. */
    Path program() {
        return data.directory("postgres-program");
    }

    /** What initdb and the server say before the server's own log begins. */
    Path startLog() {
        return data.root().resolve("postgres-start.log");
    }

    boolean exists() {
        return Files.exists(directory().resolve("PG_VERSION"));
    }

    /** Whether a process is one of the server's programs. */
    boolean runs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(program()))
                .isPresent();
    }

    /** @return whether there was a server that a hub killed hard could not stop */
    boolean stopLeftover() {
        var making = new PostmasterProcess(unfinished()).stop();
        return new PostmasterProcess(directory()).stop() || making;
    }

    /** What a hub killed during its first start leaves: half a database, half a program. */
    void discardUnfinished() throws IOException {
        FileSystemUtils.deleteRecursively(unfinished());
        try (var unpacked = Files.list(program())) {
            for (var each : unpacked.toList()) {
                if (!Files.exists(each.resolve(".exists"))) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        }
    }

    void finish() throws IOException {
        new PostmasterProcess(unfinished()).stop();
        Files.move(unfinished(), directory(), StandardCopyOption.ATOMIC_MOVE);
    }
}
