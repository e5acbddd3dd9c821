package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.start.Listeners;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The samples of the partner guide, as they stand, against the hub: straight, and through a proxy that ends TLS. */
@HubTest
class InteroperabilityTest {
    private static final String PARTNER = "id-card-office";
    private static final String CONTRACT = "/services/IdCards?wsdl";

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Listeners listeners;

    private String person = "";
    private String institution = "";
    private String stranger = "";

    @BeforeEach
    void a_person_affiliated_with_one_institution_and_not_with_another() {
        var registry = new TestRegistry(jdbc);
        var school = registry.institution();
        person = registry.personAt(school, AffiliationType.COMPULSORY_STUDENT).text();
        institution = school.text();
        stranger = registry.institution().text();
    }

    @ParameterizedTest
    @EnumSource
    void a_cardholder_is_read(Toolkit toolkit) throws IOException {
        var said = ask(toolkit, hub(), institution);

        assertThat(said)
                .contains("name: Nagy Lászlóné Kovács Anna")
                .contains("born: 2010-05-01")
                .contains("social security number: None")
                .doesNotContain("fault:");
    }

    @ParameterizedTest
    @EnumSource
    void a_person_out_of_scope_is_refused_clearly_in_three_languages(Toolkit toolkit) throws IOException {
        var said = ask(toolkit, hub(), stranger);

        assertThat(said)
                .contains("fault: Client.Person.NotFound", "retryable: False")
                .contains("says in en: No person can be found", "says in hu: ", "says in tr: ")
                .contains("what to do, in en: Check the education ID", "what to do, in hu: ", "questions: ")
                .doesNotContain("name:");
    }

    @ParameterizedTest
    @EnumSource
    void every_contract_can_be_imported_with_all_its_operations(Toolkit toolkit) throws IOException {
        var contracts = contracts();
        var addresses = contracts.keySet().stream()
                .map(service -> hub().resolve("/services/" + service + "?wsdl").toString())
                .toArray(String[]::new);

        var said = toolkit.ask("contracts", authority(), addresses);

        assertThat(said.lines())
                .contains("IdCards/getCardholder", "PersonRegistry/verifyPerson")
                .containsExactlyInAnyOrderElementsOf(
                        contracts.values().stream().flatMap(List::stream).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_cardholder_is_read_through_a_proxy_that_ends_tls(Toolkit toolkit) throws IOException {
        try (var proxy = new TlsProxy(tls(), plain())) {
            var said = ask(toolkit, proxy.address(), institution);

            assertThat(said).contains("name: Nagy Lászlóné Kovács Anna");
        }
    }

    @Test
    void a_contract_seen_through_a_proxy_leads_nowhere_but_through_the_proxy() throws Exception {
        try (var proxy = new TlsProxy(tls(), plain())) {
            var wsdl = proxy.address().resolve(CONTRACT);

            var text = get(wsdl);

            assertThat(found("soap:address location=\"([^\"]*)\"", text))
                    .containsExactly(proxy.address() + "/services/IdCards");
            assertThat(found("schemaLocation=\"([^\"]*)\"", text)).isNotEmpty().allSatisfy(location -> {
                assertThat(wsdl.resolve(location).toString()).startsWith(proxy.address() + "/");
                assertThat(get(wsdl.resolve(location))).contains("schema");
            });
        }
    }

    private String ask(Toolkit toolkit, URI base, String institution) throws IOException {
        var environment = new HashMap<>(authority());
        environment.put("KAPU_SECRET", Files.readString(credentials.secret(PARTNER)));
        return toolkit.ask("cardholder", environment, base.resolve(CONTRACT).toString(), PARTNER, person, institution);
    }

    private Map<String, String> authority() {
        return Map.of("KAPU_CA", credentials.caCertificate().toAbsolutePath().toString());
    }

    /** What {@code wsdl/} holds: each service's operations, as {@code Service/operation}. */
    private static Map<String, List<String>> contracts() throws IOException {
        var contracts = new TreeMap<String, List<String>>();
        try (var files = Files.newDirectoryStream(Path.of("wsdl"), "*.wsdl")) {
            for (var file : files) {
                var service = file.getFileName().toString().replace(".wsdl", "");
                contracts.put(
                        service,
                        found("<wsdl:operation name=\"([^\"]*)\"", Files.readString(file)).stream()
                                .distinct()
                                .map(operation -> service + "/" + operation)
                                .toList());
            }
        }
        return contracts;
    }

    private String get(URI address) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().sslContext(tls()).build();
        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private URI hub() {
        return URI.create("https://localhost:" + listeners.https());
    }

    private URI plain() {
        return URI.create("http://localhost:" + listeners.http().orElseThrow());
    }

    private SSLContext tls() {
        var keys = PemSslStoreDetails.forCertificate(
                        credentials.serverCertificate().toUri().toString())
                .withPrivateKey(credentials.serverKey().toUri().toString());
        var trust = PemSslStoreDetails.forCertificate(
                credentials.caCertificate().toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(keys, trust)).createSslContext();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
