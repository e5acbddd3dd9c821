package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signature must be before it is asked whose it is (K20). */
class HeadSignatureTest {
    private static final byte[] FORM = "{}".getBytes(StandardCharsets.UTF_8);

    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private KeyPair keys;
    private byte[] hash;

    @BeforeEach
    void head() throws Exception {
        keys = TestSignatures.keys();
        hash = MessageDigest.getInstance("SHA-256").digest(FORM);
    }

    @Test
    void it_says_when_it_was_made() throws Exception {
        var read = HeadSignature.read(signature(NOW, NOW.plus(Duration.ofDays(1))), hash);

        assertThat(read.signedAt()).isEqualTo(NOW);
    }

    @Test
    void what_was_signed_is_the_same_however_the_signature_was_calculated() throws Exception {
        var certificate = TestSignatures.certificate(keys, NOW.minusSeconds(60), NOW.plusSeconds(60));
        var one = TestSignatures.sign(FORM, keys.getPrivate(), certificate, NOW);
        var other = TestSignatures.sign(FORM, keys.getPrivate(), certificate, NOW);

        assertThat(one).isNotEqualTo(other);
        assertThat(HeadSignature.read(one, hash).attributesHash())
                .isEqualTo(HeadSignature.read(other, hash).attributesHash());
    }

    @Test
    void without_a_time_it_is_refused() throws Exception {
        assertInvalid(signature(null, NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void by_a_certificate_that_had_expired_when_it_was_made_it_is_refused() throws Exception {
        assertInvalid(signature(NOW, NOW.minusSeconds(1)));
    }

    @Test
    void by_a_certificate_that_did_not_stand_yet_when_it_was_made_it_is_refused() throws Exception {
        assertInvalid(signature(NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(1))));
    }

    /** PKCS #7 signed data, or data, without content; the library finds nothing there and does not say so. */
    @ParameterizedTest
    @ValueSource(strings = {"300b06092a864886f70d010702", "300b06092a864886f70d010701", "3000", "00", "ffffffff"})
    void what_is_no_signature_is_an_invalid_one(String hex) {
        assertInvalid(HexFormat.of().parseHex(hex));
    }

    @Test
    void a_time_that_is_none_is_refused() throws Exception {
        var certificate = TestSignatures.certificate(keys, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));
        var none = ASN1Primitive.fromByteArray(HexFormat.of().parseHex("170439397878"));

        var signature = TestSignatures.signAt(FORM, keys.getPrivate(), certificate, none);

        assertInvalid(signature);
    }

    private byte[] signature(@org.jspecify.annotations.Nullable Instant at, Instant until) throws Exception {
        var certificate = TestSignatures.certificate(keys, NOW.minus(Duration.ofDays(1)), until);
        return TestSignatures.sign(FORM, keys.getPrivate(), certificate, at);
    }

    private void assertInvalid(byte[] signature) {
        assertThatThrownBy(() -> HeadSignature.read(signature, hash))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.HEAD_SIGNATURE_INVALID));
    }
}
