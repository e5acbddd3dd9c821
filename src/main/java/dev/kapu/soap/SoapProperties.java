package dev.kapu.soap;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxBytes largest envelope that is read, in bytes; a longer one is refused after that many
 * @param maxWorkbookBytes the same of a workbook that comes by HTTP
 * @param maxDepth deepest nesting of elements
 * @param receiveTimeout within which the whole body of a request by HTTP must arrive
 * @param jmsConsumers listeners on each service's request queue
 */
@Validated
@ConfigurationProperties("kapu.soap")
record SoapProperties(
        @DefaultValue("1048576") @Min(1024) @Max(104857600) int maxBytes,
        @DefaultValue("25165824") @Min(1024) @Max(104857600) int maxWorkbookBytes,
        @DefaultValue("32") @Min(8) int maxDepth,
        @DefaultValue("30s") Duration receiveTimeout,
        @DefaultValue("2") @Min(1) int jmsConsumers) {}
