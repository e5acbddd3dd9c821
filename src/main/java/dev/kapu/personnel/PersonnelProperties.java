package dev.kapu.personnel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the hub asks the personnel module who works where.
 *
 * @param address of the module's service; null: it is never asked
 * @param user and password: HTTP Basic; null: none
 * @param cron when, in the calendar's zone
 * @param connect longest wait for a connection
 * @param deadline by which an attempt has its whole answer or has failed
 * @param attempts at each institution
 * @param backOff before the second attempt; it doubles with each further one
 * @param breakAfter so many attempts at least are looked at; if half of the latest failed, the module is left in peace
 * @param leaveInPeace for so long
 */
@Validated
@ConfigurationProperties("kapu.personnel")
public record PersonnelProperties(
        @Nullable URI address,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("0 30 2 * * *") @NotBlank String cron,

        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 5)
        Duration connect,

        @DefaultValue("30s") @DurationMin(millis = 10) @DurationMax(minutes = 10)
        Duration deadline,

        @DefaultValue("3") @Min(1) @Max(10) int attempts,

        @DefaultValue("2s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
        Duration backOff,

        @DefaultValue("6") @Min(2) @Max(100) int breakAfter,

        @DefaultValue("1m") @DurationMin(millis = 1) @DurationMax(hours = 1)
        Duration leaveInPeace) {

    /** Hazard: must not show the password. */
    @Override
    public String toString() {
        return "PersonnelProperties";
    }
}
