package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnersTest {
    @TempDir
    private Path directory;

    private PolicyFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new PolicyFolder(directory);
    }

    @Test
    void a_partner_is_known_by_its_name() {
        var partners = partners("");

        assertThat(partners.byName("school-program")).hasValueSatisfying(partner -> {
            assertThat(partner.title()).isEqualTo("School program");
            assertThat(partner.kind()).isEqualTo(Partner.Kind.SYSTEM);
            assertThat(partner.contact()).isEqualTo("help@program.example");
            assertThat(partner.represents().institutions()).containsExactlyInAnyOrder("040003", "040004");
        });
        assertThat(partners.byName("nobody")).isEmpty();
    }

    @Test
    void a_secret_proves_only_the_partner_it_was_issued_to() {
        var partners = partners("secrets: [sha256: %s, sha256: %s]".formatted(hash("first"), hash("second")));

        assertThat(partners.bySecret("school-program", "first")).isPresent();
        assertThat(partners.bySecret("school-program", "second")).isPresent();
        assertThat(partners.bySecret("school-program", "third")).isEmpty();
        assertThat(partners.bySecret("school-program", "")).isEmpty();
        assertThat(partners.bySecret("card-office", "first")).isEmpty();
        assertThat(partners.bySecret("nobody", "first")).isEmpty();
    }

    @Test
    void a_secret_in_a_file_is_that_of_development() throws IOException {
        Files.createDirectories(folder.path("data/demo"));
        Files.writeString(folder.path("data/demo/secret"), "from a file\n");

        assertThat(partners("secrets: [file: demo/secret]").bySecret("school-program", "from a file"))
                .isPresent();
    }

    @Test
    void a_certificate_is_known_by_its_fingerprint() throws CertificateEncodingException {
        var certificate = Certificates.of("CN=program");
        var fingerprint = Sha256.hex(certificate.getEncoded()).toUpperCase(Locale.ROOT);
        var asOpenSslWritesIt = String.join(":", fingerprint.split("(?<=\\G..)"));

        var partners = partners("certificates: [sha256: \"%s\"]".formatted(asOpenSslWritesIt));

        assertThat(partners.byCertificate(certificate)).get().returns("school-program", Partner::name);
        assertThat(partners.byCertificate(Certificates.of("CN=program"))).isEmpty();
    }

    @Test
    void a_certificate_is_known_by_its_subject_however_it_is_written() {
        var partners = partners("certificates: [subject: \"cn=Program , o=Ministry\"]");

        assertThat(partners.byCertificate(Certificates.of("CN=Program,O=Ministry")))
                .get()
                .returns("school-program", Partner::name);
        assertThat(partners.byCertificate(Certificates.of("CN=Program"))).isEmpty();
        assertThat(partners.byCertificate(Certificates.of("CN=Program,O=Ministry,C=HU")))
                .isEmpty();
    }

    @Test
    void a_certificate_in_a_file_is_that_of_development() {
        var certificate = Certificates.write(folder.path("data/demo/cert.pem"), Certificates.of("CN=program"));

        assertThat(partners("certificates: [file: demo/cert.pem]").byCertificate(certificate))
                .isPresent();
    }

    @Test
    void a_certificate_that_points_at_two_partners_belongs_to_none() throws CertificateEncodingException {
        var certificate = Certificates.of("CN=program");
        folder.partners(
                PolicyFolder.PARTNERS.replace("- name: school", "  certificates: [subject: CN=program]\n- name: school")
                        + "  certificates: [sha256: %s]\n".formatted(Sha256.hex(certificate.getEncoded())));

        assertThat(new KnownPartners(folder.load(), InstitutionClients.NONE).byCertificate(certificate))
                .isEmpty();
    }

    @Test
    void an_institution_of_the_registry_is_known_by_its_own_secret_and_under_no_other_name() {
        var partners =
                new KnownPartners(folder.load(), (code, secret) -> code.equals("040003") && secret.equals("its own"));

        assertThat(partners.bySecret("institution-040003", "its own")).hasValueSatisfying(institution -> {
            assertThat(institution.name()).isEqualTo("institution-040003");
            assertThat(institution.kind()).isEqualTo(Partner.Kind.INSTITUTION);
            assertThat(institution.represents().institutions()).containsExactly("040003");
        });
        assertThat(partners.bySecret("institution-040003", "another")).isEmpty();
        assertThat(partners.bySecret("institution-040004", "its own")).isEmpty();
        assertThat(partners.bySecret("institution-40003", "its own")).isEmpty();
        assertThat(partners.bySecret("040003", "its own")).isEmpty();
    }

    private Partners partners(String credentials) {
        folder.partners(PolicyFolder.PARTNERS + (credentials.isEmpty() ? "" : "  " + credentials + "\n"));
        return new KnownPartners(folder.load(), InstitutionClients.NONE);
    }

    private static String hash(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
