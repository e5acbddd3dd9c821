package dev.kapu.console;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Refuses before the costly comparison of a password once an address has failed too often. */
public final class ThrottledSignIn implements AuthenticationProvider {
    private final AuthenticationProvider passwords;
    private final SignInThrottle throttle;

    public ThrottledSignIn(AuthenticationProvider passwords, SignInThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        if (!throttle.admits(address)) {
            throw new LockedException("too many attempts");
        }
        var signedIn = passwords.authenticate(attempt);
        throttle.succeeded(address);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return passwords.supports(attempt);
    }
}
