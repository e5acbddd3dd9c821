package dev.kapu.registry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reEntry who comes back within it has data that are checked and refreshed; later they must be amended (K15)
 * @param reportWithinDays changes are reported within so many days (K13)
 * @param announceDays so many days before its start an affiliation may be reported
 * @param firstLoad until this day everybody was to be registered who held an affiliation (K10); null if there was none
 * @param handOverGapDays so many days at most lie between end and start of a handover; after more it is a return (K15)
 * @param pupilsAge youngest age at which a student's affiliation may start
 * @param staffAge youngest age of staff
 * @param hoursAtMost in a week, of an affiliation; a dormitory's may be the whole week
 * @param startMissesADay so many starts of one institution may name nobody; then it starts no more that day (ADR 17)
 * @param places a list of settlements, by which distances are measured (K7); null: the one in {@code config/}
 */
@Validated
@ConfigurationProperties("kapu.registry")
public record RegistryProperties(
        @DefaultValue("P5Y") Period reEntry,
        @DefaultValue("15") @Min(0) int reportWithinDays,
        @DefaultValue("30") @Min(0) int announceDays,
        @Nullable LocalDate firstLoad,
        @DefaultValue("92") @Min(0) int handOverGapDays,
        @DefaultValue("5") @Min(0) int pupilsAge,
        @DefaultValue("14") @Min(0) int staffAge,
        @DefaultValue("80") @Min(1) @Max(168) int hoursAtMost,
        @DefaultValue("100") @Min(1) int startMissesADay,
        @Nullable Path places) {}
