package dev.kapu.demo;

import dev.kapu.start.Addresses;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Greeting;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where the console's generated password lies; the log is no place for it. */
@Component
@Profile("demo")
@Order(1)
class ConsoleSignIn implements Greeting {
    private final DataDirectory data;

    ConsoleSignIn(DataDirectory data) {
        this.data = data;
    }

    @Override
    public String text(Addresses addresses) {
        return "Sign in to the console as admin with the password in "
                + data.root().resolve("demo/console/password");
    }
}
