package dev.kapu;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The hub: every datum that leaves the registry leaves through one door. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kapu {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        // On Java 24 and newer Netty refuses otherwise to free what the broker's journal gives it: no second start.
        if (System.getProperty("io.netty.noUnsafe") == null) {
            System.setProperty("io.netty.noUnsafe", "false");
        }
        SpringApplication.run(Kapu.class, args);
    }
}
