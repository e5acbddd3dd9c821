package dev.kapu.registry.secret;

import dev.kapu.registry.institution.Institution;
import java.time.Instant;

/** What is printed and sent to the head of the institution by registered letter (K18). */
public record SecretLetter(Institution institution, Instant askedAt, String secret) {
    @Override
    public String toString() {
        return "SecretLetter[" + institution.code().text() + "]";
    }
}
