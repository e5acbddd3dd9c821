package dev.kapu.workbook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxSize the largest file that is opened
 * @param maxRows the most filled rows of a file; a file with more is refused whole
 * @param maxFindings the most wrong cells of a file that are listed one by one; the others are counted
 * @param maxTime within which a file must have been read to its end and all its rows been asked about
 */
@Validated
@ConfigurationProperties("kapu.import")
public record ImportProperties(
        @DefaultValue("32MB") DataSize maxSize,
        @DefaultValue("100000") @Min(1) @Max(1_000_000) int maxRows,
        @DefaultValue("1000") @Min(1) @Max(10_000) int maxFindings,
        @DefaultValue("15m") Duration maxTime) {}
