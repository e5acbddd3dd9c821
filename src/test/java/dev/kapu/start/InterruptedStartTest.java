package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptedStartTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"initdb", "pg_ctl"})
    void a_hub_that_is_stopped_while_it_launches_its_server_leaves_none_behind(String program) throws Exception {
        var hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowHub.class.getName(),
                        "--spring.profiles.active=test",
                        "--spring.main.web-application-type=none",
                        "--kapu.data=" + directory,
                        "--kapu.database.port=0",
                        "--kapu.https.port=0",
                        "--kapu.database.settings.shared_buffers=16MB")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> hub.descendants().anyMatch(child -> isCalled(child, program)));

        hub.destroy();

        assertThat(hub.waitFor(60, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(servers()).isEmpty());
    }

    private static boolean isCalled(ProcessHandle process, String program) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/" + program))
                .isPresent();
    }

    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .arguments()
                        .map(Stream::of)
                        .orElse(Stream.empty())
                        .anyMatch(argument -> argument.startsWith(directory.toString())))
                .toList();
    }
}
