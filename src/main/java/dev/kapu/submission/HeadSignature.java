package dev.kapu.submission;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A signature instead of a sheet: CMS (RFC 5652), detached, by one signer with signed attributes, among them the time of
 * signing, and SHA-256, the certificate inside. It is checked against the stored hash, so that the content need not be
 * written out again.
 *
 * @param attributesHash SHA-256 of the signed attributes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadSignature(byte[] encoded, X509Certificate certificate, Instant signedAt, byte[] attributesHash) {
    private static final String SHA_256 = NISTObjectIdentifiers.id_sha256.getId();

    /**
     * @param hash of the canonical form
     * @throws FaultException {@code Client.Submission.SignatureInvalid}; also if the certificate did not stand at the time of
     *     signing
     */
    static HeadSignature read(byte[] encoded, byte[] hash) {
        try {
            var signed = new CMSSignedData(Map.of(SHA_256, hash), encoded);
            var all = signed.getSignerInfos().getSigners();
            if (all.size() != 1) {
                throw invalid();
            }
            SignerInformation signer = all.iterator().next();
            if (!signer.getDigestAlgOID().equals(SHA_256) || signer.getSignedAttributes() == null) {
                throw invalid();
            }
            var certificate = certificate(signed, signer);
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
                throw invalid();
            }
            return new HeadSignature(
                    encoded,
                    certificate,
                    signedAt(signer),
                    MessageDigest.getInstance("SHA-256").digest(signer.getEncodedSignedAttributes()));
        } catch (FaultException no) {
            throw no;
        } catch (CMSException
                | CertificateException
                | OperatorCreationException
                | IOException
                | RuntimeException broken) { // the library reads many a broken structure without a check
            throw invalid();
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("SHA-256", impossible);
        }
    }

    private static Instant signedAt(SignerInformation signer) {
        var time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() != 1) {
            throw invalid();
        }
        return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
    }

    private static X509Certificate certificate(CMSSignedData signed, SignerInformation signer)
            throws CertificateException {
        for (X509CertificateHolder held : signed.getCertificates().getMatches(null)) {
            if (signer.getSID().match(held)) {
                return new JcaX509CertificateConverter().getCertificate(held);
            }
        }
        throw invalid();
    }

    private static FaultException invalid() {
        return new FaultException(Fault.HEAD_SIGNATURE_INVALID, "signature");
    }
}
