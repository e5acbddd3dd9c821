package dev.kapu.demo;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param enabled whether simulated partners run; they need the development CA's credentials and a seeded registry
 * @param pace requests per second of all of them together, while the hub keeps up
 * @param speed simulated minutes in a second of the {@link Day} that they play besides; 0: they do not
 * @param personnelPort where the simulated personnel module serves its own contract, on loopback; 0: it does not
 */
@Validated
@ConfigurationProperties("kapu.demo")
record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("5") @Positive @DecimalMax("1000") double pace,

        @DefaultValue("2.5") @PositiveOrZero @DecimalMax("60")
        double speed,

        @DefaultValue("0") @Min(0) @Max(65535) int personnelPort) {}
