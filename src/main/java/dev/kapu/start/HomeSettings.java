package dev.kapu.start;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Spring Boot looks for {@code config/application.yaml} in the working directory and in the jar; this adds beside it. */
class HomeSettings implements EnvironmentPostProcessor, Ordered {
    private static final String LOCATION = "spring.config.additional-location";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Home.ofProcess()
                .directory("config")
                .filter(directory -> !directory.equals(Path.of("config").toAbsolutePath()))
                .ifPresent(directory -> environment
                        .getPropertySources()
                        .addLast(new MapPropertySource("home", Map.of(LOCATION, "optional:" + directory.toUri()))));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }
}
