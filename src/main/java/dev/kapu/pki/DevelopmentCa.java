package dev.kapu.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Issues what the demo needs and does not find: its CA, the hub's certificate, and secret and certificate of each
 * partner. Certificates about to expire, or of an earlier CA, are issued anew; secrets never change.
 */
final class DevelopmentCa {
    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Duration RENEWAL = Duration.ofDays(14);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final GeneralName[] HERE = {
        new GeneralName(GeneralName.dNSName, "localhost"),
        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
        new GeneralName(GeneralName.iPAddress, "::1")
    };

    private final DevelopmentCredentials files;
    private final Instant now;

    DevelopmentCa(DevelopmentCredentials files, Instant now) {
        this.files = files;
        this.now = now;
    }

    void issueWhatIsMissing(List<String> partners) {
        try {
            CertificateAuthority ca = authority();
            if (missing(files.serverCertificate(), ca)) {
                store(files.serverCertificate(), files.serverKey(), ca.issueServer("localhost", from(), until(), HERE));
            }
            for (String partner : partners) {
                issueWhatIsMissing(partner, ca);
            }
        } catch (IOException | GeneralSecurityException broken) {
            throw new KeyProblem(
                    "The demo's credentials cannot be written to " + files.directory() + ".",
                    "Give this user the right to write there, or name another data directory with kapu.data.",
                    broken);
        }
    }

    private CertificateAuthority authority() throws IOException {
        if (Files.exists(files.caKey()) && Files.exists(files.caCertificate())) {
            X509Certificate root = Pem.readCertificates(files.caCertificate()).get(0);
            if (lasts(root)) {
                return new CertificateAuthority(new KeyAndCertificate(Pem.readKey(files.caKey(), null), List.of(root)));
            }
        }
        var created = CertificateAuthority.create("Kapu development CA", from(), now.plus(CA_LIFE));
        store(files.caCertificate(), files.caKey(), created.root());
        return created;
    }

    private void issueWhatIsMissing(String partner, CertificateAuthority ca)
            throws IOException, GeneralSecurityException {
        Path secret = files.secret(partner);
        if (!Files.exists(secret)) {
            PrivateFiles.write(secret, newSecret());
        }
        if (missing(files.certificate(partner), ca) || !Files.exists(files.keyStoreFile(partner))) {
            KeyAndCertificate issued = ca.issuePartner(partner, from(), until());
            PrivateFiles.write(files.keyStoreFile(partner), keyStore(partner, issued));
            store(files.certificate(partner), files.key(partner), issued);
        }
    }

    /** The certificate comes last: as long as it is missing, everything is issued again. */
    private static void store(Path certificate, Path key, KeyAndCertificate issued) throws IOException {
        PrivateFiles.write(key, Pem.key(issued.key()).getBytes(StandardCharsets.US_ASCII));
        PrivateFiles.write(certificate, Pem.certificates(issued.chain()).getBytes(StandardCharsets.US_ASCII));
    }

    private boolean missing(Path file, CertificateAuthority ca) {
        if (!Files.exists(file)) {
            return true;
        }
        X509Certificate certificate = Pem.readCertificates(file).get(0);
        try {
            certificate.verify(ca.root().certificate().getPublicKey());
            return !lasts(certificate);
        } catch (GeneralSecurityException foreign) {
            return true;
        }
    }

    private boolean lasts(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWAL));
    }

    private Instant from() {
        return now.minus(CLOCKS_DIFFER);
    }

    private Instant until() {
        return now.plus(LIFE);
    }

    private static byte[] newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encode(secret);
    }

    private static byte[] keyStore(String partner, KeyAndCertificate issued)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        char[] password = DevelopmentCredentials.KEY_STORE_PASSWORD.toCharArray();
        store.load(null, null);
        store.setKeyEntry(partner, issued.key(), password, issued.chain().toArray(X509Certificate[]::new));
        var content = new ByteArrayOutputStream();
        store.store(content, password);
        return content.toByteArray();
    }
}
