package dev.kapu.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates for development and tests. Partners get RSA keys: every SOAP toolkit can sign with them and they
 * are the cheapest to verify. Servers get P-256.
 */
final class CertificateAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyAndCertificate root;

    CertificateAuthority(KeyAndCertificate root) {
        this.root = root;
    }

    static CertificateAuthority create(String name, Instant from, Instant until) {
        try {
            KeyPair keys = ellipticKeys();
            var certificate = builder(subject(name), subject(name), keys.getPublic(), from, until)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new CertificateAuthority(
                    new KeyAndCertificate(keys.getPrivate(), List.of(sign(certificate, keys.getPrivate()))));
        } catch (GeneralSecurityException | IOException | OperatorCreationException broken) {
            throw new IllegalStateException("cannot create a certificate authority", broken);
        }
    }

    KeyAndCertificate root() {
        return root;
    }

    KeyAndCertificate issueServer(String name, Instant from, Instant until, GeneralName... addresses) {
        try {
            return issue(name, ellipticKeys(), KeyPurposeId.id_kp_serverAuth, from, until, addresses);
        } catch (GeneralSecurityException | IOException | OperatorCreationException broken) {
            throw new IllegalStateException("cannot issue a server certificate", broken);
        }
    }

    KeyAndCertificate issuePartner(String name, Instant from, Instant until) {
        try {
            return issue(name, rsaKeys(), KeyPurposeId.id_kp_clientAuth, from, until);
        } catch (GeneralSecurityException | IOException | OperatorCreationException broken) {
            throw new IllegalStateException("cannot issue a partner certificate", broken);
        }
    }

    private KeyAndCertificate issue(
            String name, KeyPair keys, KeyPurposeId purpose, Instant from, Instant until, GeneralName... addresses)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name issuer = X500Name.getInstance(
                root.certificate().getSubjectX500Principal().getEncoded());
        var certificate = builder(issuer, subject(name), keys.getPublic(), from, until)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.certificate()));
        if (addresses.length > 0) {
            certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(addresses));
        }
        return new KeyAndCertificate(keys.getPrivate(), List.of(sign(certificate, root.key()), root.certificate()));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        return new JcaX509v3CertificateBuilder(
                        issuer, new BigInteger(127, RANDOM), Date.from(from), Date.from(until), subject, key)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static X500Name subject(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Kapu development")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    private static KeyPair ellipticKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static KeyPair rsaKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
