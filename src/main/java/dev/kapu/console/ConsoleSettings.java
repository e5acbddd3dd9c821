package dev.kapu.console;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param users who may sign in
 * @param developmentAdministrator makes a user {@code admin} with a generated password; for demonstration and tests
 * @param sessionLifetime how long a sign-in lasts at most, used or not
 */
@Validated
@ConfigurationProperties("kapu.console")
record ConsoleSettings(
        @DefaultValue List<@Valid User> users,
        @DefaultValue("false") boolean developmentAdministrator,
        @DefaultValue("8h") Duration sessionLifetime) {

    /** @param passwordHash bcrypt, or {@code {argon2@SpringSecurity_v5_8}} and an Argon2id hash */
    record User(@NotBlank String name, @NotBlank String passwordHash) {
        @Override
        public String toString() {
            return "User[name=" + name + "]";
        }
    }
}
