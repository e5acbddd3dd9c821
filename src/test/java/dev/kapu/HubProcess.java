package dev.kapu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A hub as a user runs it: {@code java -jar} in a directory that holds nothing else, on free ports. */
public final class HubProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "kapu.jar").toAbsolutePath();
    private static final List<String> FREE_PORTS = List.of(
            "--kapu.https.port=0",
            "--kapu.http.port=0",
            "--kapu.broker.port=0",
            "--kapu.database.port=0",
            "--kapu.demo.personnel-port=0",
            "--kapu.database.settings.shared_buffers=32MB");

    private final Path directory;
    private final Process process;
    private final Path log;

    private HubProcess(Path directory, Process process, Path log) {
        this.directory = directory;
        this.process = process;
        this.log = log;
    }

    /** @param log where its output goes; outside the directory, which stays as the hub leaves it */
    public static HubProcess start(Path directory, Path log, String... arguments) {
        return start(JAR, directory, log, arguments);
    }

    /** The hub's jar at another place, beside which it may find files. */
    public static HubProcess moved(Path place, Path directory, Path log, String... arguments) throws IOException {
        var jar = place.resolve("kapu.jar");
        if (!Files.exists(jar)) {
            Files.copy(JAR, jar);
        }
        return start(jar, directory, log, arguments);
    }

    private static HubProcess start(Path jar, Path directory, Path log, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar"));
        command.add(jar.toString());
        command.addAll(FREE_PORTS);
        command.addAll(List.of(arguments));
        try {
            return new HubProcess(
                    directory,
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HubProcess awaitReady() {
        return await("The hub is ready.");
    }

    /** Until the log says so; fails with the log if the hub ends before. */
    public HubProcess await(String words) {
        Awaitility.await(words)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log().contains(words) || !process.isAlive());
        if (!log().contains(words)) {
            throw new AssertionError("The hub ended without saying \"" + words + "\":\n" + log());
        }
        return this;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of what the log says. */
    public String said(String pattern) {
        var found = Pattern.compile(pattern).matcher(log());
        if (!found.find()) {
            throw new AssertionError("The hub did not say " + pattern + ":\n" + log());
        }
        return found.group(1);
    }

    public String base() {
        return said("(http://localhost:\\d+)/services\n");
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("The hub does not end:\n" + log());
        }
        return process.exitValue();
    }

    /** Database servers on the hub's data. */
    public List<ProcessHandle> servers() throws IOException {
        var data = directory.toRealPath().resolve("data").toString();
        return ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .arguments()
                        .map(Stream::of)
                        .orElse(Stream.empty())
                        .anyMatch(argument -> argument.startsWith(data)))
                .toList();
    }

    /** What a shell prints that runs the line in the hub's directory. */
    public String bash(String line) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("bash", "-c", line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return output;
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
