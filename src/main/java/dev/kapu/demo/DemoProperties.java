package dev.kapu.demo;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param enabled whether simulated partners run; they need the development CA's credentials and a seeded registry
 * @param pace requests per second of all of them together, while the hub keeps up
 */
@Validated
@ConfigurationProperties("kapu.demo")
record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("5") @Positive @DecimalMax("1000") double pace) {}
