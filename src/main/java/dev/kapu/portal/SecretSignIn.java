package dev.kapu.portal;

import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.secret.InstitutionSecrets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Institution code and secret. */
final class SecretSignIn implements AuthenticationProvider {
    /** As on letters, or as the institution is called where it is a client of the hub. */
    private static final Pattern CODE = Pattern.compile("(?i:institution-)?([0-9]{6})");

    private final InstitutionSecrets secrets;

    SecretSignIn(InstitutionSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return code(attempt.getName())
                .flatMap(code -> secrets.prove(code, String.valueOf(attempt.getCredentials())))
                .map(SignedInInstitution::new)
                .map(SecretSignIn::signedIn)
                .orElseThrow(() -> new BadCredentialsException("wrong code or secret"));
    }

    static Optional<InstitutionCode> code(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> CODE.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(code -> new InstitutionCode(code.group(1)));
    }

    private static Authentication signedIn(SignedInInstitution institution) {
        return UsernamePasswordAuthenticationToken.authenticated(
                institution, null, List.of(new SimpleGrantedAuthority("ROLE_" + SignedInInstitution.ROLE)));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
