package dev.kapu.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param timeout how long a request waits for its record; after that it is refused
 * @param writers connections that write records; with two, one gathers and sends while the other waits for the disk
 * @param group the most records in one commit
 * @param gather how long a group lets more records come while several come at a time
 * @param queue records that may wait; beyond, requests wait for a place
 */
@Validated
@ConfigurationProperties("kapu.audit")
record AuditProperties(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2") @Min(1) @Max(8) int writers,
        @DefaultValue("512") @Min(1) @Max(10_000) int group,
        @DefaultValue("1ms") Duration gather,
        @DefaultValue("10000") @Min(1) int queue) {}
