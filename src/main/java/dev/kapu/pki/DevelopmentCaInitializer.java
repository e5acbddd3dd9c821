package dev.kapu.pki;

import java.time.Instant;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs before any bean is made, so that whatever reads a credential finds it. */
final class DevelopmentCaInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DevelopmentCaProperties properties =
                Binder.get(context.getEnvironment()).bindOrCreate("kapu.development-ca", DevelopmentCaProperties.class);
        if (properties.enabled()) {
            var credentials = new DevelopmentCredentials(properties.directory());
            new DevelopmentCa(credentials, Instant.now()).issueWhatIsMissing(properties.partners());
            context.getBeanFactory().registerSingleton("developmentCredentials", credentials);
        }
    }
}
