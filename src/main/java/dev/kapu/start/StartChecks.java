package dev.kapu.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Before anything is made: no setting of the demonstration is left on, nor the demonstration let
 * loose on somebody's database; the data directory is there, has room and is
 * nobody else's, and the ports are free. What runs
 * later may take a minute, and a hub that fails then has kept its administrator waiting.
 */
class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final Logger log = LoggerFactory.getLogger(StartChecks.class);
    private static final Pattern ACCEPTOR = Pattern.compile("<acceptor name=\"partners\">tcp://[^<?]*:(\\d{1,5})[?<]");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> check(context.getEnvironment(), beans));
    }

    private static void check(Environment environment, ConfigurableListableBeanFactory beans) {
        requirePlainOnlyInDemonstration(environment);
        requireLeaveForDemonstration(environment);
        var properties = Binder.get(environment).bindOrCreate("kapu", StartProperties.class);
        var data = DataDirectory.open(properties.data(), properties.minimumFreeSpace());
        beans.registerSingleton("dataDirectory", data);
        ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("dataDirectory", () -> end(data));

        Ports.requireAllFree(ports(environment, new Cluster(data)));
    }

    /** Made first, so it goes last. */
    private static void end(DataDirectory data) throws IOException {
        data.close();
        log.info("The hub has stopped.");
    }

    /** Of what is embedded, too; but not the database's while one that a killed hub left may still hold it. */
    private static List<Ports.Wanted> ports(Environment environment, Cluster cluster) {
        var wanted = new ArrayList<Ports.Wanted>();
        wanted.add(new Ports.Wanted(port(environment, "kapu.https.port"), "HTTPS", "kapu.https.port"));
        if (environment.getProperty("kapu.http.enabled", boolean.class, false)) {
            wanted.add(new Ports.Wanted(port(environment, "kapu.http.port"), "HTTP", "kapu.http.port"));
        }
        if (!StringUtils.hasText(environment.getProperty("kapu.database.url"))
                && !Files.exists(cluster.directory().resolve("postmaster.pid"))) {
            wanted.add(new Ports.Wanted(
                    port(environment, "kapu.database.port"), "the embedded PostgreSQL", "kapu.database.port"));
        }
        if (!StringUtils.hasText(environment.getProperty("kapu.broker.url"))) {
            wanted.add(new Ports.Wanted(brokerPort(environment), "the message broker", "kapu.broker.port"));
        }
        if (environment.getProperty("kapu.demo.enabled", boolean.class, false)) {
            wanted.add(new Ports.Wanted(
                    port(environment, "kapu.demo.personnel-port"),
                    "the simulated personnel module",
                    "kapu.demo.personnel-port"));
        }
        return wanted;
    }

    /** 0 where the file does not say it plainly: the broker says itself then what it misses. */
    private static int brokerPort(Environment environment) {
        var set = environment.getProperty("kapu.broker.port", Integer.class);
        if (set != null) {
            return set;
        }
        try {
            var acceptor = ACCEPTOR.matcher(
                    Home.ofProcess().file("config", "broker.xml").getContentAsString(StandardCharsets.UTF_8));
            return acceptor.find() ? Integer.parseInt(acceptor.group(1)) : 0;
        } catch (IOException unreadable) {
            return 0;
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

    /** The profile {@code demo} is the default: who forgets to name another must not find made-up persons among theirs. */
    private static void requireLeaveForDemonstration(Environment environment) {
        if (StringUtils.hasText(environment.getProperty("kapu.database.url"))
                && environment.acceptsProfiles(Profiles.of("demo"))
                && !environment.getProperty("kapu.database.demonstration", boolean.class, false)) {
            throw new StartupProblem(
                    "The demonstration would fill the external database with synthetic persons, and let in as a partner"
                            + " whoever reads its directory.",
                    "Start with --spring.profiles.active=production; for a demonstration on a database without real"
                            + " data, set kapu.database.demonstration=true.");
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
