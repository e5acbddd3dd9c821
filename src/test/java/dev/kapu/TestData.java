package dev.kapu;

import dev.kapu.registry.TestRegistry;
import dev.kapu.start.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a hub under test data and policy files of its own, which a test may edit; deleted once the hub has stopped. */
class TestData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var directory = make();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-data",
                        Map.of(
                                "kapu.data", directory.resolve("data").toString(),
                                "kapu.access.zone", TestRegistry.ZONE.getId())));
        context.addBeanFactoryPostProcessor(beans -> {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition("home");
            beans.registerSingleton("home", new Home(List.of(directory, Path.of(""))));
        });
        SpringApplication.getShutdownHandlers().add(() -> delete(directory));
    }

    private static Path make() {
        try {
            var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "hub-");
            FileSystemUtils.copyRecursively(Path.of("config"), directory.resolve("config"));
            return directory;
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
