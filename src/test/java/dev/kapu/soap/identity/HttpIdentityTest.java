package dev.kapu.soap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.access.Partner;
import dev.kapu.access.Partners;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HttpIdentityTest {
    private static final TestAuthority AUTHORITY = TestAuthority.stranger();

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private HttpIdentity identity = identity(false);

    @BeforeEach
    void over_tls() {
        request.setSecure(true);
        request.setLocalAddr("10.0.0.1");
    }

    @Test
    void a_caller_without_a_credential_is_nobody() {
        assertThat(identity.of(request)).isEmpty();
    }

    @Test
    void a_certificate_names_its_partner() {
        present(AUTHORITY.partner("admissions"));

        assertThat(identity.of(request)).contains("admissions");
    }

    @Test
    void a_good_certificate_of_no_partner_is_refused() {
        present(AUTHORITY.partner("unheard-of"));

        refused(Fault.CREDENTIAL_INVALID);
    }

    @Test
    void an_expired_certificate_is_refused() {
        present(AUTHORITY.expiredPartner("admissions"));

        refused(Fault.CERTIFICATE_EXPIRED);
    }

    @Test
    void a_partners_name_in_a_strangers_certificate_is_refused() {
        present(TestAuthority.stranger().partner("admissions"));

        refused(Fault.CREDENTIAL_INVALID);
    }

    @Test
    void a_secret_names_its_partner() {
        authorize("Basic", "exam-registry:secret:with:colons");

        assertThat(identity.of(request)).contains("exam-registry");
    }

    @Test
    void a_wrong_secret_is_refused() {
        authorize("Basic", "exam-registry:guess");

        refused(Fault.CREDENTIAL_INVALID);
    }

    @Test
    void what_is_no_name_and_secret_is_refused() {
        for (String header : new String[] {"Bearer abc", "Basic", "Basic %%%", "Basic " + base64("exam-registry")}) {
            request.removeHeader("Authorization");
            request.addHeader("Authorization", header);

            refused(Fault.CREDENTIAL_INVALID);
        }
    }

    @Test
    void two_secrets_at_once_are_refused() {
        authorize("Basic", "exam-registry:secret:with:colons");
        authorize("Basic", "exam-registry:secret:with:colons");

        refused(Fault.CREDENTIAL_INVALID);
    }

    @Test
    void certificate_and_secret_must_be_of_the_same_partner() {
        present(AUTHORITY.partner("admissions"));
        authorize("Basic", "exam-registry:secret:with:colons");

        refused(Fault.PARTNER_MISMATCH);
    }

    @Test
    void a_good_secret_does_not_make_up_for_a_bad_certificate() {
        present(AUTHORITY.expiredPartner("exam-registry"));
        authorize("Basic", "exam-registry:secret:with:colons");

        refused(Fault.CERTIFICATE_EXPIRED);
    }

    @Test
    void nothing_is_accepted_over_plain_http() {
        request.setSecure(false);
        request.setLocalAddr("127.0.0.1");

        refused(Fault.TRANSPORT_INSECURE);
    }

    @Test
    void in_the_demo_plain_http_is_accepted_on_loopback_only() {
        identity = identity(true);
        request.setSecure(false);
        authorize("Basic", "exam-registry:secret:with:colons");

        request.setLocalAddr("127.0.0.1");
        assertThat(identity.of(request)).contains("exam-registry");

        request.setLocalAddr("10.0.0.1");
        request.setRemoteAddr("127.0.0.1");
        refused(Fault.TRANSPORT_INSECURE);
    }

    private void present(KeyAndCertificate key) {
        request.setAttribute(
                "jakarta.servlet.request.X509Certificate", key.chain().toArray(X509Certificate[]::new));
    }

    private void authorize(String scheme, String pair) {
        request.addHeader("Authorization", scheme + " " + base64(pair));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Fault fault) {
        assertThatThrownBy(() -> identity.of(request))
                .isInstanceOfSatisfying(
                        FaultException.class, no -> assertThat(no.fault()).isEqualTo(fault));
    }

    private static HttpIdentity identity(boolean plainOnLoopback) {
        return new HttpIdentity(
                new TwoPartners(), AUTHORITY.verifier(Clock.systemUTC()), new IdentityProperties(plainOnLoopback));
    }

    private static final class TwoPartners implements Partners {
        @Override
        public Optional<Partner> byName(String name) {
            return Set.of("admissions", "exam-registry").contains(name)
                    ? Optional.of(new Partner(
                            name, name, Partner.Kind.SYSTEM, "", new Partner.Representation(false, Set.of())))
                    : Optional.empty();
        }

        @Override
        public Optional<Partner> bySecret(String name, String secret) {
            return byName(name).filter(partner -> secret.equals("secret:with:colons"));
        }

        @Override
        public Optional<Partner> byCertificate(X509Certificate certificate) {
            String subject = certificate.getSubjectX500Principal().getName();
            return byName(subject.substring(3, subject.indexOf(',')));
        }
    }
}
