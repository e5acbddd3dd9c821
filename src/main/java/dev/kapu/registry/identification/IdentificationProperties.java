package dev.kapu.registry.identification;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param missesADay so often one who asks may name nobody; then they name nobody else that day (ADR 17) */
@Validated
@ConfigurationProperties("kapu.registry.identification")
record IdentificationProperties(@DefaultValue("300") @Min(1) int missesADay) {}
