package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.pki.KeyAndCertificate;
import dev.kapu.pki.TestAuthority;
import dev.kapu.pki.TestTls;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.soap.signature.SignedEnvelopes;
import dev.kapu.start.Listeners;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way to say who one is, over the wire. */
@HubTest
class IdentificationTest {
    @Autowired
    DevelopmentCredentials credentials;

    @Autowired
    Listeners listeners;

    @Autowired
    JdbcClient jdbc;

    private final String id = UUID.randomUUID().toString();
    private TestAuthority authority;
    private KeyAndCertificate cardOffice;
    private String envelope;

    @BeforeEach
    void a_message_of_the_card_office() {
        var registry = new TestRegistry(jdbc);
        var institution = registry.institution();
        var person = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        authority = TestAuthority.of(credentials);
        cardOffice = TestAuthority.issued(credentials, "id-card-office");
        envelope = PartnerClient.envelope(
                "get-cardholder", Map.of("id", id, "person", person.text(), "institution", institution.text()));
    }

    @Test
    void a_client_certificate_is_enough() throws Exception {
        assertThat(ask(cardOffice, null, envelope).statusCode()).isEqualTo(200);
        assertThat(recorded("partner")).isEqualTo("id-card-office");
    }

    @Test
    void an_expired_certificate_is_a_fault_with_a_record_and_no_broken_connection() throws Exception {
        refused(ask(authority.expiredPartner("id-card-office"), null, envelope), "Identity.CertificateExpired");
        assertThat(recorded("partner")).isNull();
        assertThat(recorded("claimed_partner")).isEqualTo("id-card-office");
    }

    @Test
    void whom_a_refused_certificate_names_is_recorded_where_no_header_says_it() throws Exception {
        envelope = envelope.replaceFirst("(?s)<x:client.*</x:client>", "");

        refused(ask(TestAuthority.stranger().partner("id-card-office"), null, envelope), "Identity.CredentialInvalid");
        assertThat(recorded("claimed_partner")).contains("CN=id-card-office");
    }

    @Test
    void a_strangers_certificate_is_a_fault() throws Exception {
        refused(ask(TestAuthority.stranger().partner("id-card-office"), null, envelope), "Identity.CredentialInvalid");
    }

    @Test
    void another_certificate_of_the_same_name_is_a_fault() throws Exception {
        refused(ask(authority.partner("id-card-office"), null, envelope), "Identity.CredentialInvalid");
    }

    @Test
    void nobody_is_nobody() throws Exception {
        refused(ask(null, null, envelope), "Identity.NotAuthenticated");
    }

    @Test
    void a_partner_that_claims_to_be_another_is_refused() throws Exception {
        refused(ask(TestAuthority.issued(credentials, "admissions"), null, envelope), "Identity.PartnerMismatch");
        assertThat(recorded("partner")).isEqualTo("admissions");
        assertThat(recorded("claimed_partner")).isEqualTo("id-card-office");
    }

    @Test
    void certificate_and_secret_of_different_partners_are_refused() throws Exception {
        refused(ask(cardOffice, "admissions", envelope), "Identity.PartnerMismatch");
    }

    @Test
    void a_signature_is_enough_and_counts_once() throws Exception {
        String signed = SignedEnvelopes.sign(envelope, cardOffice);

        assertThat(ask(null, null, signed).statusCode()).isEqualTo(200);
        assertThat(recorded("partner")).isEqualTo("id-card-office");
        refused(ask(null, null, signed), "Message.Replayed");
    }

    @Test
    void a_stolen_request_for_a_card_makes_no_second_one() throws Exception {
        var request = CardRequest.by(jdbc);
        String signed = SignedEnvelopes.sign(request.message(), TestAuthority.issued(credentials, "school-program"));

        assertThat(ask(null, null, signed).statusCode()).isEqualTo(200);
        assertThat(request.cards(jdbc)).isOne();
        var stolen = ask(null, null, signed);

        assertThat(stolen.statusCode()).isEqualTo(500);
        assertThat(stolen.body()).contains("<faultcode>soap:Client.Message.Replayed</faultcode>");
        assertThat(request.cards(jdbc)).isOne();
        assertThat(jdbc.sql("select outcome from disclosure where message_id = ? order by id")
                        .param(request.id())
                        .query(String.class)
                        .list())
                .containsExactly("ANSWERED", "REFUSED");
    }

    @Test
    void a_request_may_be_sent_again_if_it_is_signed_anew() throws Exception {
        assertThat(ask(null, null, SignedEnvelopes.sign(envelope, cardOffice)).statusCode())
                .isEqualTo(200);
        assertThat(ask(null, null, SignedEnvelopes.sign(envelope, cardOffice)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_signed_message_that_was_changed_is_refused() throws Exception {
        String signed = SignedEnvelopes.sign(envelope, cardOffice).replace("CARD-2026-1", "CARD-2026-2");

        refused(ask(null, null, signed), "Identity.SignatureInvalid");
        refused(ask(cardOffice, null, signed), "Identity.SignatureInvalid");
    }

    @Test
    void a_signature_and_a_certificate_of_different_partners_are_refused() throws Exception {
        String signed = SignedEnvelopes.sign(envelope, cardOffice);

        refused(ask(TestAuthority.issued(credentials, "admissions"), null, signed), "Identity.PartnerMismatch");
    }

    @Test
    void plain_http_works_where_it_stays_on_this_machine() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + listeners.http().orElseThrow() + "/services/IdCards");

        assertThat(send(HttpClient.newHttpClient(), uri, "id-card-office", envelope)
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> ask(@Nullable KeyAndCertificate key, @Nullable String basic, String message)
            throws Exception {
        var client = HttpClient.newBuilder()
                .sslContext(TestTls.client(authority.anchors(), key))
                .build();
        return send(client, URI.create("https://localhost:" + listeners.https() + "/services/IdCards"), basic, message);
    }

    private HttpResponse<String> send(HttpClient client, URI uri, @Nullable String basic, String message)
            throws Exception {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(message));
        if (basic != null) {
            request.header("Authorization", PartnerClient.basic(basic, Files.readString(credentials.secret(basic))));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void refused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<faultcode>soap:Client." + code + "</faultcode>");
        assertThat(jdbc.sql(
                                "select outcome || ' ' || reason from disclosure where message_id = ? order by id desc limit 1")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED Client." + code);
    }

    private @Nullable String recorded(String column) {
        return jdbc.sql("select " + column + " from disclosure where message_id = ?")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
