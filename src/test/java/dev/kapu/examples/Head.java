package dev.kapu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The head of an institution, who signs with the command that the page of the service gives. */
public final class Head {
    private final Path directory;

    public Head(DevelopmentCredentials credentials, Path directory) {
        this.directory = directory;
        try {
            Files.copy(credentials.certificate("school-program"), directory.resolve("cert.pem"));
            Files.copy(credentials.key("school-program"), directory.resolve("key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return base64, as the signatures */
    public String certificate() {
        return encoded(read("cert.pem"));
    }

    String signs(String form) {
        return signs(Base64.getDecoder().decode(form));
    }

    public String signs(byte[] form) {
        return encoded(signed(form));
    }

    /** @return DER */
    public byte[] signed(byte[] form) {
        try {
            Files.write(directory.resolve("form.json"), form);
            var openssl = new ProcessBuilder(GuideSamples.command(Docs.SUBMISSIONS, "openssl cms -sign")
                            .split("\\s+"))
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
        return read("form.p7s");
    }

    private byte[] read(String file) {
        try {
            return Files.readAllBytes(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
