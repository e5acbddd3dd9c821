package dev.kapu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a hub under test a data directory of its own, deleted once the hub has stopped. */
class TestData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var directory = make();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test-data", Map.of("kapu.data", directory.toString())));
        SpringApplication.getShutdownHandlers().add(() -> delete(directory));
    }

    private static Path make() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "hub-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
