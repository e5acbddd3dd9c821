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
        try {
            SpringApplication.run(Kapu.class, args);
        } catch (RuntimeException failed) {
            // Spring has said why. A thread of the broker's client would keep the process for a minute more.
            System.exit(1);
        }
    }
}
