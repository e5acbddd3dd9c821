package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.start.Listeners;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class ServiceListTest {
    @Autowired
    Listeners listeners;

    @Autowired
    WsdlContracts contracts;

    @Test
    void every_service_and_operation_is_listed_with_what_it_is_for() throws Exception {
        var page = get("en").body();

        assertThat(contracts.services()).isNotEmpty().allSatisfy(service -> {
            assertThat(page).contains("/services/" + service.name() + "?wsdl");
            assertThat(service.operations())
                    .allSatisfy(operation -> assertThat(page).contains("<dt>" + operation.name() + "</dt>"));
        });
        assertThat(contracts.services())
                .map(service -> Described.read(service.wsdl()))
                .allSatisfy(service -> {
                    assertThat(service.text()).isNotBlank();
                    assertThat(service.operations())
                            .extracting(Described::text)
                            .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("[(; ][KWE][0-9]"));
                });
    }

    @ParameterizedTest
    @CsvSource({"en,Services", "hu,Szolgáltatások", "tr-TR,Hizmetler", "fr,Services"})
    void the_page_speaks_the_language_of_the_browser(String language, String title) throws Exception {
        var answer = get(language);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContain("??");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void behind_a_proxy_the_addresses_are_those_that_the_partner_sees() throws Exception {
        var page = send(request()
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "gate.example")
                        .header("X-Forwarded-Port", "443")
                        .header("X-Forwarded-For", "192.0.2.1"))
                .body();

        assertThat(page).contains("https://gate.example/services/IdCards?wsdl");
    }

    private HttpResponse<String> get(String language) throws Exception {
        return send(request().header("Accept-Language", language));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + listeners.http().orElseThrow() + "/services"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
