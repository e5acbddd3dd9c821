package dev.kapu.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param url of an external Artemis, e.g. {@code tcp://host:61616?user=hub&password=...}; then none is started here
 * @param validatedUsers whether the external broker is known to write on each message whom it let in
 * @param port of the embedded broker, over the one in {@code config/broker.xml}; 0 takes a free one
 * @param maximumMessage the largest message that a partner may send
 * @param attempts at a message at which the hub itself fails, before it is laid with the dead letters
 */
@Validated
@ConfigurationProperties("kapu.broker")
record BrokerProperties(
        @Nullable String url,
        @DefaultValue("false") boolean validatedUsers,
        @Nullable @Min(0) @Max(65535) Integer port,
        @DefaultValue("10MB") DataSize maximumMessage,
        @DefaultValue("10") @Min(1) @Max(1000) int attempts) {

    boolean external() {
        return StringUtils.hasText(url);
    }
}
