package dev.kapu.pki;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's own key, either as PKCS #12 or as PEM files, and whom it trusts. Where nothing is set, the development CA's
 * are used, if it is on.
 *
 * @param keyStore PKCS #12 with one key
 * @param certificate PEM: the hub's certificate and then those above it
 * @param privateKey PEM: PKCS #8, encrypted or not
 * @param password of the key store or of the private key
 * @param trustAnchors PEM files: certificates of the authorities that issue partners' certificates
 * @param pinned PEM files: partners' own certificates that no such authority has issued
 */
@ConfigurationProperties("kapu.tls")
record TlsProperties(
        @Nullable Path keyStore,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable String password,
        @DefaultValue List<Path> trustAnchors,
        @DefaultValue List<Path> pinned) {}
