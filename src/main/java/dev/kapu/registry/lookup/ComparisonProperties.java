package dev.kapu.registry.lookup;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param missesADay so often what one who asks claims of a person may not agree; then they ask no more that day (ADR 41) */
@Validated
@ConfigurationProperties("kapu.registry.comparison")
record ComparisonProperties(@DefaultValue("300") @Min(1) int missesADay) {}
