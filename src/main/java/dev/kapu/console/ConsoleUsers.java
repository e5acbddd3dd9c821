package dev.kapu.console;

import dev.kapu.start.DataDirectory;
import dev.kapu.start.Secret;
import java.time.Clock;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who may sign in to the console: the users of the configuration, and none of the hub's partners. */
@Configuration(proxyBeanMethods = false)
class ConsoleUsers {
    static final String ROLE = "ADMINISTRATOR";

    private static final String DEVELOPMENT_NAME = "admin";
    private static final Logger log = LoggerFactory.getLogger(ConsoleUsers.class);

    @Bean
    AuthenticationManager consoleAuthentication(ConsoleSettings settings, DataDirectory data) {
        var encoder = encoder();
        var users = new ArrayList<UserDetails>();
        settings.users().forEach(user -> users.add(user(user.name(), user.passwordHash())));
        if (settings.developmentAdministrator()) {
            var password = Secret.kept(data.directory("demo/console").resolve("password"));
            users.add(user(DEVELOPMENT_NAME, encoder.encode(password.text())));
        }
        if (users.isEmpty()) {
            log.warn("Nobody can sign in to the console: kapu.console.users is empty.");
        }
        var passwords = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(users));
        passwords.setPasswordEncoder(encoder);
        return new ProviderManager(new ThrottledSignIn(passwords, new SignInThrottle(Clock.systemUTC())));
    }

    private static UserDetails user(String name, String passwordHash) {
        return User.withUsername(name).password(passwordHash).roles(ROLE).build();
    }

    /** New hashes are bcrypt; a hash says by its prefix what it is, and is bcrypt without one. */
    private static PasswordEncoder encoder() {
        var encoder = (DelegatingPasswordEncoder) PasswordEncoderFactories.createDelegatingPasswordEncoder();
        encoder.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder());
        return encoder;
    }
}
