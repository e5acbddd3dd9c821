package dev.kapu.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** An administrator's own keys. */
class PkiConfigurationTest {
    private final TestAuthority authority = TestAuthority.stranger();
    private final KeyAndCertificate key = authority.server();

    @TempDir
    Path files;

    private ApplicationContextRunner hub;

    @BeforeEach
    void an_authority_to_trust() throws Exception {
        Path anchor = Files.writeString(
                files.resolve("ca.pem"),
                Pem.certificates(List.copyOf(authority.anchors().certificates())));
        hub = new ApplicationContextRunner()
                .withUserConfiguration(Pki.class)
                .withPropertyValues("kapu.tls.trust-anchors=" + anchor);
    }

    @Test
    void pem_files_are_read() throws Exception {
        Path certificate = Files.writeString(files.resolve("cert.pem"), Pem.certificates(key.chain()));
        Path privateKey = Files.writeString(files.resolve("key.pem"), Pem.key(key.key()));

        hub.withPropertyValues("kapu.tls.certificate=" + certificate, "kapu.tls.private-key=" + privateKey)
                .run(context -> {
                    assertThat(context.getBean(KeyAndCertificate.class)).isEqualTo(key);
                    assertThat(context.getBean(TrustAnchors.class)).isEqualTo(authority.anchors());
                });
    }

    @Test
    void a_key_store_is_read() throws Exception {
        hub.withPropertyValues("kapu.tls.key-store=" + keyStore("right"), "kapu.tls.password=right")
                .run(context ->
                        assertThat(context.getBean(KeyAndCertificate.class)).isEqualTo(key));
    }

    @Test
    void a_wrong_password_is_told_by_the_name_of_its_property() throws Exception {
        hub.withPropertyValues("kapu.tls.key-store=" + keyStore("right"), "kapu.tls.password=wrong")
                .run(context -> assertThat(problem(context).remedy()).contains("kapu.tls.password"));
    }

    @Test
    void without_a_key_the_hub_says_what_to_set() {
        hub.run(context -> assertThat(problem(context).remedy()).contains("kapu.tls.key-store"));
    }

    private Path keyStore(String password) throws Exception {
        Path file = files.resolve("hub.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("hub", key.key(), password.toCharArray(), key.chain().toArray(X509Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private static KeyProblem problem(AssertableApplicationContext context) {
        for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof KeyProblem problem) {
                return problem;
            }
        }
        throw new AssertionError("it started, or failed for another reason");
    }

    @Configuration
    @EnableConfigurationProperties(TlsProperties.class)
    @Import(PkiConfiguration.class)
    static class Pki {}
}
