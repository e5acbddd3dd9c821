package dev.kapu.access;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

final class KnownPartners implements Partners {
    private static final List<byte[]> NOBODYS = List.of(new byte[32]);

    private final PolicyFiles policies;
    private final InstitutionClients institutions;

    KnownPartners(PolicyFiles policies, InstitutionClients institutions) {
        this.policies = policies;
        this.institutions = institutions;
    }

    @Override
    public Optional<Partner> byName(String name) {
        return policies.current().partner(name);
    }

    @Override
    public Optional<Partner> bySecret(String name, String secret) {
        var institution = InstitutionName.code(name);
        if (institution.isPresent()) {
            return institution.filter(code -> institutions.proves(code, secret)).map(Partner::institution);
        }
        var entry = policies.current().partners().get(name);
        var hash = Sha256.of(secret);
        var matches = false;
        for (var known : entry == null || entry.secrets().isEmpty() ? NOBODYS : entry.secrets()) {
            matches |= MessageDigest.isEqual(known, hash);
        }
        return matches && entry != null ? Optional.of(entry.partner()) : Optional.empty();
    }

    @Override
    public Optional<Partner> byCertificate(X509Certificate certificate) {
        var fingerprint = fingerprint(certificate);
        var subject = certificate.getSubjectX500Principal();
        Partner found = null;
        for (var entry : policies.current().partners().values()) {
            if (entry.fingerprints().contains(fingerprint) || entry.subjects().contains(subject)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = entry.partner();
            }
        }
        return Optional.ofNullable(found);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            return "";
        }
    }
}
