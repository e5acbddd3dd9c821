package dev.kapu.pki;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Runs before any bean is made, so that whatever reads a credential finds it. */
final class DevelopmentCaInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> issue(context.getEnvironment(), beans));
    }

    private static void issue(Environment environment, ConfigurableListableBeanFactory beans) {
        DevelopmentCaProperties properties =
                Binder.get(environment).bindOrCreate("kapu.development-ca", DevelopmentCaProperties.class);
        if (properties.enabled()) {
            var credentials = new DevelopmentCredentials(Path.of(environment.getProperty("kapu.data", "data"), "demo"));
            new DevelopmentCa(credentials, Instant.now()).issueWhatIsMissing(properties.partners());
            beans.registerSingleton("developmentCredentials", credentials);
        }
    }
}
