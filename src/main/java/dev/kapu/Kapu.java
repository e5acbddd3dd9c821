package dev.kapu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub: every datum that leaves the registry leaves through one door. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kapu {
    public static void main(String[] args) {
        SpringApplication.run(Kapu.class, args);
    }
}
