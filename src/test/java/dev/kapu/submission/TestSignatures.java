package dev.kapu.submission;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Signatures as heads make them, of any time. */
public final class TestSignatures {
    private TestSignatures() {}

    public static KeyPair keys() throws Exception {
        return KeyPairGenerator.getInstance("EC").generateKeyPair();
    }

    public static X509Certificate certificate(KeyPair keys, Instant from, Instant until) throws Exception {
        var name = new X500Name("CN=head");
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(from), Date.from(until), name, keys.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    /** @param at null: a signature that does not say when it was made */
    public static byte[] sign(byte[] content, PrivateKey key, X509Certificate certificate, @Nullable Instant at)
            throws Exception {
        return signAt(content, key, certificate, at == null ? null : new Time(Date.from(at)));
    }

    /** @param at as it stands in the signature, whatever that means */
    public static byte[] signAt(byte[] content, PrivateKey key, X509Certificate certificate, @Nullable ASN1Encodable at)
            throws Exception {
        var attributes = new ASN1EncodableVector();
        if (at != null) {
            attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(at)));
        }
        var standard = new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
        CMSAttributeTableGenerator silent =
                parameters -> standard.getAttributes(parameters).remove(CMSAttributes.signingTime);
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(at == null ? silent : standard)
                .build(
                        new JcaContentSignerBuilder(
                                        key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                                .build(key),
                        certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }
}
