package dev.kapu.registry;

import jakarta.validation.constraints.Min;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reEntry who comes back within it has data that are checked and refreshed; later they must be amended (K15)
 * @param reportWithinDays changes are reported within so many days (K13)
 * @param announceDays so many days before its start an affiliation may be reported
 */
@Validated
@ConfigurationProperties("kapu.registry")
public record RegistryProperties(
        @DefaultValue("P5Y") Period reEntry,
        @DefaultValue("15") @Min(0) int reportWithinDays,
        @DefaultValue("30") @Min(0) int announceDays) {}
