package dev.kapu.demo;

import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.seed.ExampleCardholders;
import dev.kapu.start.Addresses;
import dev.kapu.start.Greeting;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A line for the shell that asks, as the card office, about somebody who was made up. */
@Component
@Profile("demo")
@Order(2)
class FirstQuestion implements Greeting {
    private static final String PARTNER = "id-card-office";

    private final ObjectProvider<DevelopmentCredentials> credentials;
    private final ExampleCardholders cardholders;

    FirstQuestion(ObjectProvider<DevelopmentCredentials> credentials, ExampleCardholders cardholders) {
        this.credentials = credentials;
        this.cardholders = cardholders;
    }

    @Override
    public String text(Addresses addresses) {
        return credentials.stream()
                .flatMap(issued -> cardholders.first(1).stream()
                        .map(example -> """
                        Ask for a cardholder:

                        %s
                        """.formatted(curl(issued, example, addresses.service("IdCards")))))
                .collect(Collectors.joining());
    }

    private static String curl(DevelopmentCredentials issued, ExampleCardholders.Example example, String address) {
        var secret = issued.secret(PARTNER).toAbsolutePath().normalize();
        return "curl -s -u \"" + PARTNER + ":$(cat '" + secret + "')\" -H 'Content-Type: text/xml' -d '"
                + envelope(example) + "' " + address;
    }

    private static String envelope(ExampleCardholders.Example example) {
        return """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/">\
                <e:Header><x:id xmlns:x="http://x-road.eu/xsd/xroad.xsd">first-question</x:id></e:Header>\
                <e:Body><getCardholder xmlns="urn:kapu:id-cards:v1"><educationId>%s</educationId>\
                <institutionCode>%s</institutionCode></getCardholder></e:Body></e:Envelope>""".formatted(example.educationId(), example.institutionCode());
    }
}
