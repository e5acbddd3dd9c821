package dev.kapu.soap.signature;

import dev.kapu.access.Partner;
import dev.kapu.access.Partners;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** Partners whose certificates bear their names. */
record PartnersBySubject(Set<String> names) implements Partners {
    PartnersBySubject(String... names) {
        this(Set.of(names));
    }

    @Override
    public Optional<Partner> byName(String name) {
        return names.contains(name)
                ? Optional.of(
                        new Partner(name, name, Partner.Kind.SYSTEM, "", new Partner.Representation(false, Set.of())))
                : Optional.empty();
    }

    @Override
    public Optional<Partner> bySecret(String name, String secret) {
        return Optional.empty();
    }

    @Override
    public Optional<Partner> byCertificate(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        return byName(subject.substring(3, subject.indexOf(',')));
    }
}
