package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A broker of the administrator's own makes no queue by itself: {@code docs/external-broker.xml} has all that the hub reads. */
class ExternalQueuesTest {
    private static final Pattern READ = Pattern.compile("<from [^>]*uri=\"jms:queue:([^\"?]+)");

    @Test
    void every_queue_that_the_hub_reads_is_made_there() throws IOException {
        var manual = Files.readString(Path.of("docs/external-broker.xml"));

        assertThat(read())
                .hasSizeGreaterThan(10)
                .allSatisfy(queue -> assertThat(manual).contains("<queue name=\"" + queue + "\"/>"));
    }

    @Test
    void a_partner_may_send_plain_messages_only_where_a_route_reads_them() throws IOException {
        var read = read();
        var sent = Pattern.compile("match=\"(kapu\\.in\\.[a-z-]+)\">\\s*<permission type=\"send\" roles=\"hub,")
                .matcher(Files.readString(Path.of("docs/external-broker.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(sent)
                .contains("kapu.in.school-program")
                .allSatisfy(queue -> assertThat(read).contains(queue));
    }

    /** Of services, and of partners who send plain messages. */
    private static List<String> read() throws IOException {
        var queues = new ArrayList<String>();
        try (var contracts = Files.newDirectoryStream(Path.of("wsdl"), "*.wsdl")) {
            contracts.forEach(contract -> queues.add(
                    "kapu.requests." + contract.getFileName().toString().replace(".wsdl", "")));
        }
        READ.matcher(Files.readString(Path.of("routes/partners.camel.xml")))
                .results()
                .forEach(found -> queues.add(found.group(1)));
        return queues;
    }
}
