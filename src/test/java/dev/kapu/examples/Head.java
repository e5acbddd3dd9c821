package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The head of an institution, who signs with the command that the partner guide gives. */
final class Head {
    private final Path directory;

    Head(DevelopmentCredentials credentials, Path directory) {
        this.directory = directory;
        try {
            Files.copy(credentials.certificate("school-program"), directory.resolve("cert.pem"));
            Files.copy(credentials.key("school-program"), directory.resolve("key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String certificate() {
        return encoded("cert.pem");
    }

    /** @param form base64, as the signature */
    String signs(String form) {
        try {
            Files.write(directory.resolve("form.json"), Base64.getDecoder().decode(form));
            var openssl = new ProcessBuilder(
                            GuideSamples.command("openssl cms -sign").split("\\s+"))
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            assertThat(openssl.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return encoded("form.p7s");
    }

    private String encoded(String file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
