package dev.kapu.start;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * @param url JDBC address of an external PostgreSQL; then no embedded one starts
 * @param username the external database's owner of the schema, if the address does not say
 * @param app the external login of the running hub; without one the owner makes {@code kapu_app} and its password
 * @param demonstration whether the demonstration may use the external database, which it fills with synthetic persons
 * @param port of the embedded PostgreSQL, on loopback; 0 takes a free one
 * @param poolSize connections that the hub keeps
 * @param settings of the embedded PostgreSQL, over the built-in ones
 */
@Validated
@ConfigurationProperties("kapu.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Valid @DefaultValue App app,
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("54329") @Min(0) @Max(65535) int port,
        @DefaultValue("24") @Min(2) @Max(90) int poolSize,
        @DefaultValue Map<String, String> settings) {

    record App(@Nullable String username, @Nullable String password) {}

    boolean external() {
        return StringUtils.hasText(url);
    }
}
