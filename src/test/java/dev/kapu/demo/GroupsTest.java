package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kapu.HubTest;
import dev.kapu.pki.DevelopmentCredentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class GroupsTest {
    @Autowired
    private DevelopmentCredentials credentials;

    @Test
    void while_the_first_term_is_being_counted_the_scene_says_so_and_does_not_fail() throws Exception {
        var hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] none = "<Envelope><Body><listTermsResponse/></Body></Envelope>".getBytes(StandardCharsets.UTF_8);
        hub.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, none.length);
            exchange.getResponseBody().write(none);
            exchange.close();
        });
        hub.start();
        try {
            var services = "http://127.0.0.1:" + hub.getAddress().getPort() + "/services/";
            var office = new StatisticsOffice(HttpWire.secret(StatisticsOffice.NAME, credentials, services));

            assertThat(new Groups(office).play()).contains("still counting its first");
        } finally {
            hub.stop(0);
        }
    }
}
