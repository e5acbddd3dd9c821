package dev.kapu;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A SOAP toolkit that partners use, and its programs: the sample of the partner guide among them. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
enum Toolkit {
    ZEEP("python3-zeep", "src/test/python/%s.py", List.of("python3", "/usr/bin/python3"), "-c", "import zeep"),
    PHP("php-cli php-soap", "src/test/php/%s.php", List.of("php"), "-r", "exit((int) !class_exists('SoapClient'));");

    private final String packages;
    private final String programs;
    private final List<String> interpreters;
    private final List<String> probe;

    Toolkit(String packages, String programs, List<String> interpreters, String... probe) {
        this.packages = packages;
        this.programs = programs;
        this.interpreters = interpreters;
        this.probe = List.of(probe);
    }

    /** What the program prints. See {@link Installed} for where the toolkit is not. */
    String ask(String program, Map<String, String> environment, String... arguments) {
        var interpreter =
                interpreters.stream().filter(this::understandsProbe).findFirst().orElse(interpreters.get(0));
        Installed.require(understandsProbe(interpreter), name(), packages);
        var command = new ArrayList<>(List.of(interpreter, programs.formatted(program)));
        command.addAll(List.of(arguments));
        return run(command, environment).output();
    }

    private boolean understandsProbe(String interpreter) {
        var command = Stream.concat(Stream.of(interpreter), probe.stream()).toList();
        return run(command, Map.of()).status() == 0;
    }

    record Run(int status, String output) {}

    static Run run(List<String> command, Map<String, String> environment) {
        try {
            // A file, for whoever reads a pipe to its end waits as long as the program likes.
            var output = Files.createTempFile("toolkit", ".out");
            try {
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(180, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    return new Run(-1, "no end within three minutes: " + Files.readString(output));
                }
                return new Run(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException notThere) {
            return new Run(-1, String.valueOf(notThere.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run(-1, "interrupted");
        }
    }
}
