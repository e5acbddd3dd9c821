package dev.kapu.start;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Before anything is made: no setting of the demonstration is left on, the data directory is there, has room and is
 * nobody else's, and the ports are free. What runs
 * later may take a minute, and a hub that fails then has kept its administrator waiting.
 */
class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> check(context.getEnvironment(), beans));
    }

    private static void check(Environment environment, ConfigurableListableBeanFactory beans) {
        requirePlainOnlyInDemonstration(environment);
        var properties = Binder.get(environment).bindOrCreate("kapu", StartProperties.class);
        var data = DataDirectory.open(properties.data(), properties.minimumFreeSpace());
        beans.registerSingleton("dataDirectory", data);
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("dataDirectory", data::close);

        Ports.requireFree(port(environment, "kapu.https.port"), "HTTPS", "kapu.https.port");
        if (environment.getProperty("kapu.http.enabled", boolean.class, false)) {
            Ports.requireFree(port(environment, "kapu.http.port"), "HTTP", "kapu.http.port");
        }
    }

    /** The development CA is the mark of a demonstration: nobody runs it where the data are real. */
    private static void requirePlainOnlyInDemonstration(Environment environment) {
        if (environment.getProperty("kapu.identity.plain-on-loopback", boolean.class, false)
                && !environment.getProperty("kapu.development-ca.enabled", boolean.class, false)) {
            throw new StartupProblem(
                    "Credentials over plain HTTP are allowed, but this is no demonstration.",
                    "Remove kapu.identity.plain-on-loopback; for a demonstration, switch on kapu.development-ca.enabled.");
        }
    }

    private static int port(Environment environment, String property) {
        return environment.getProperty(property, int.class, 0);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
