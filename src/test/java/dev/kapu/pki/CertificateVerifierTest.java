package dev.kapu.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CertificateVerifierTest {
    private final TestAuthority authority = TestAuthority.stranger();
    private final CertificateVerifier verifier = authority.verifier(Clock.systemUTC());

    @Test
    void a_certificate_of_a_trusted_authority_is_good_with_and_without_its_chain() {
        KeyAndCertificate partner = authority.partner("admissions");

        assertThatCode(() -> verifier.verifyClient(partner.chain())).doesNotThrowAnyException();
        assertThatCode(() -> verifier.verifyClient(List.of(partner.certificate())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_foreign_certificate_is_refused() {
        refused(TestAuthority.stranger().partner("admissions").chain(), Fault.CREDENTIAL_INVALID);
    }

    @Test
    void a_foreign_certificate_is_not_made_good_by_appending_a_trusted_one() {
        X509Certificate foreign = TestAuthority.stranger().partner("admissions").certificate();

        refused(List.of(foreign, authority.partner("admissions").certificate()), Fault.CREDENTIAL_INVALID);
        refused(List.of(foreign, authority.anchors().certificates().iterator().next()), Fault.CREDENTIAL_INVALID);
    }

    @Test
    void a_pinned_certificate_that_could_issue_others_stands_for_itself_only() {
        TestAuthority partner = TestAuthority.stranger();
        var own = partner.anchors().certificates().iterator().next();
        var pinned = new CertificateVerifier(new TrustAnchors(Set.of(), Set.of(own)), Clock.systemUTC());
        KeyAndCertificate issued = partner.partner("admissions");

        assertThatThrownBy(() -> pinned.verifyClient(issued.chain()))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(Fault.CREDENTIAL_INVALID));
        assertThatThrownBy(() -> pinned.verifyClient(List.of(issued.certificate(), own)))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void an_expired_certificate_is_named_as_such() {
        refused(authority.expiredPartner("admissions").chain(), Fault.CERTIFICATE_EXPIRED);
    }

    @Test
    void a_certificate_that_is_not_valid_yet_is_refused() {
        refused(authority.futurePartner("admissions").chain(), Fault.CREDENTIAL_INVALID);
    }

    @Test
    void a_server_certificate_does_not_authenticate_a_caller() {
        refused(authority.server().chain(), Fault.CREDENTIAL_INVALID);
    }

    @Test
    void a_certificate_once_found_good_expires_nonetheless() {
        Instant now = Instant.now();
        KeyAndCertificate partner =
                authority.partner("admissions", now.minusSeconds(60), now.plus(Duration.ofHours(1)));
        var clock = new Instant[] {now};
        CertificateVerifier ticking = authority.verifier(at(() -> clock[0]));
        ticking.verifyClient(partner.chain());

        clock[0] = now.plus(Duration.ofHours(2));

        assertThatThrownBy(() -> ticking.verifyClient(partner.chain()))
                .isInstanceOfSatisfying(
                        FaultException.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_EXPIRED));
    }

    @Test
    void a_partners_own_certificate_can_be_the_trust_anchor() {
        KeyAndCertificate partner = TestAuthority.stranger().partner("admissions");
        var pinned =
                new CertificateVerifier(new TrustAnchors(Set.of(), Set.of(partner.certificate())), Clock.systemUTC());

        assertThatCode(() -> pinned.verifyClient(partner.chain())).doesNotThrowAnyException();
    }

    @Test
    void without_trust_anchors_nobody_is_believed() {
        var nobody = new CertificateVerifier(new TrustAnchors(Set.of(), Set.of()), Clock.systemUTC());

        refused(() -> nobody.verifyClient(authority.partner("admissions").chain()), Fault.CREDENTIAL_INVALID);
    }

    private void refused(List<X509Certificate> chain, Fault fault) {
        refused(() -> verifier.verifyClient(chain), fault);
    }

    private static void refused(ThrowingCallable verification, Fault expected) {
        assertThatThrownBy(verification)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refusal -> assertThat(refusal.fault()).isEqualTo(expected));
    }

    private static Clock at(InstantSource source) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }
}
