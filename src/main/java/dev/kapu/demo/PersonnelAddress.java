package dev.kapu.demo;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Where the simulated personnel module is, the hub asks it, unless it is told another address: one setting moves both, and
 * without the demonstration nobody is asked.
 */
class PersonnelAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        int port = environment.getProperty("kapu.demo.personnel-port", int.class, 0);
        if (port != 0 && environment.getProperty("kapu.demo.enabled", boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "personnelAddress",
                            Map.of("kapu.personnel.address", "http://127.0.0.1:" + port + "/personnel")));
        }
    }
}
