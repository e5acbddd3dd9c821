package dev.kapu.gate;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param firstAnswers how long the first answer of a write is kept; so long the message's id is idempotent */
@Validated
@ConfigurationProperties("kapu.gate")
record GateProperties(
        @DefaultValue("30d") @DurationMin(hours = 1) Duration firstAnswers) {}
