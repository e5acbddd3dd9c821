package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void after_five_attempts_an_address_waits_and_others_do_not() {
        exhaust("192.0.2.1");

        assertThat(throttle.admits("192.0.2.1")).isFalse();
        assertThat(throttle.admits("192.0.2.2")).isTrue();
    }

    @Test
    void whoever_has_an_ipv6_network_has_one_address() {
        for (int attempt = 0; attempt < SignInThrottle.ATTEMPTS; attempt++) {
            assertThat(throttle.admits("2001:db8:0:1::" + attempt)).isTrue();
        }

        assertThat(throttle.admits("2001:db8:0:1:ffff::1")).isFalse();
        assertThat(throttle.admits("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void waiting_opens_again() {
        exhaust("192.0.2.1");

        clock.advance(SignInThrottle.WINDOW.plusMillis(1));

        assertThat(throttle.admits("192.0.2.1")).isTrue();
    }

    @Test
    void success_forgets_earlier_attempts() {
        throttle.admits("192.0.2.1");
        throttle.succeeded("192.0.2.1");

        exhaust("192.0.2.1");
    }

    private void exhaust(String address) {
        for (int attempt = 0; attempt < SignInThrottle.ATTEMPTS; attempt++) {
            assertThat(throttle.admits(address)).isTrue();
        }
    }
}
