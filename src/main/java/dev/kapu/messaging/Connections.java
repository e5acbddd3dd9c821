package dev.kapu.messaging;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** How the hub connects to any broker. */
final class Connections {
    private Connections() {}

    static ActiveMQConnectionFactory to(String url) {
        var factory = new ActiveMQConnectionFactory(url);
        factory.getServerLocator().addIncomingInterceptor(new UnreadableGuard());
        // Nobody sends the hub Java objects.
        factory.setDeserializationDenyList("*");
        factory.setBlockOnDurableSend(true);
        factory.setBlockOnNonDurableSend(true);
        // No credit: who waits for it waits without end while the broker has no disk space. See FullDisk.
        factory.setProducerWindowSize(-1);
        // A slow consumer must not hoard what another could work on.
        factory.setConsumerWindowSize(256 * 1024);
        factory.setCallTimeout(15_000);
        return factory;
    }
}
