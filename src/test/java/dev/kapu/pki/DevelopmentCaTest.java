package dev.kapu.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentCaTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path directory;

    @Test
    void each_partner_gets_a_secret_and_a_certificate_of_the_development_ca() throws Exception {
        DevelopmentCredentials files = issuedAt(NOW);

        assertThat(Files.readString(files.secret("admissions"))).matches("[A-Za-z0-9_-]{43}");
        var certificate = Pem.readCertificates(files.certificate("admissions")).get(0);
        certificate.verify(Pem.readCertificates(files.caCertificate()).get(0).getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=admissions");
        assertThat(Pem.readKey(files.key("admissions"), null).getFormat()).isEqualTo("PKCS#8");
        KeyStore store = files.keyStore("admissions");
        assertThat(store.getCertificate("admissions")).isEqualTo(certificate);
    }

    @Test
    void the_partner_guide_says_the_password_of_the_key_stores() throws IOException {
        var password = "password `" + DevelopmentCredentials.KEY_STORE_PASSWORD + "`";

        assertThat(Files.readString(Path.of("docs/partner-guide.md"))).contains("`keystore.p12`", password);
    }

    @Test
    void the_hub_gets_a_certificate_for_this_machine() throws Exception {
        DevelopmentCredentials files = issuedAt(NOW);

        var names = Pem.readCertificates(files.serverCertificate()).get(0).getSubjectAlternativeNames();
        assertThat(names.stream().map(name -> name.get(1)).toList())
                .isEqualTo(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"));
    }

    @Test
    void a_restart_changes_nothing() throws Exception {
        issuedAt(NOW);
        Map<Path, String> before = contents();

        issuedAt(NOW.plus(Duration.ofDays(30)));

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void certificates_are_renewed_before_they_expire_and_secrets_stay() throws Exception {
        DevelopmentCredentials files = issuedAt(NOW);
        String secret = Files.readString(files.secret("admissions"));
        Instant later = NOW.plus(Duration.ofDays(390));

        issuedAt(later);

        Pem.readCertificates(files.certificate("admissions"))
                .get(0)
                .checkValidity(Date.from(later.plus(Duration.ofDays(300))));
        assertThat(Files.readString(files.secret("admissions"))).isEqualTo(secret);
    }

    @Test
    void certificates_of_a_lost_ca_are_replaced() throws Exception {
        DevelopmentCredentials files = issuedAt(NOW);
        Files.delete(files.caCertificate());

        issuedAt(NOW);

        Pem.readCertificates(files.certificate("admissions"))
                .get(0)
                .verify(Pem.readCertificates(files.caCertificate()).get(0).getPublicKey());
    }

    @Test
    void only_the_owner_may_read() throws Exception {
        issuedAt(NOW);

        for (Path file : contents().keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    private DevelopmentCredentials issuedAt(Instant when) {
        var files = new DevelopmentCredentials(directory.resolve("demo"));
        new DevelopmentCa(files, when).issueWhatIsMissing(List.of("admissions", "id-card-office"));
        return files;
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
