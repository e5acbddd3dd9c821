package dev.kapu.demo;

import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.start.Listeners;

/** Ways to the hub, with a partner's own credentials. Addresses are known only once the hub listens. */
record Wires(DevelopmentCredentials credentials, Listeners listeners, BrokerAddress broker) {
    HttpWire byCertificate(String partner) {
        return HttpWire.certificate(partner, credentials, https());
    }

    /** In plain where the hub listens so. */
    HttpWire bySecret(String partner) {
        var plain = listeners.http();
        return HttpWire.secret(
                partner,
                credentials,
                plain.isPresent() ? "http://127.0.0.1:" + plain.getAsInt() + "/services/" : https());
    }

    QueueWire byQueue(String partner, String queue) {
        return new QueueWire(partner, credentials, broker.url(), queue);
    }

    private String https() {
        return "https://localhost:" + listeners.https() + "/services/";
    }
}
