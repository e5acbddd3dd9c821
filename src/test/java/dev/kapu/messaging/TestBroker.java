package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;

/** The real broker, with the configuration that is delivered, on a port of its own. */
final class TestBroker implements BrokerUsers, Refusals, AutoCloseable {
    static final long LARGEST = 1_000_000;

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Queue<ActiveMQConnectionFactory> factories = new ConcurrentLinkedQueue<>();
    final List<Refused> refusals = new CopyOnWriteArrayList<>();
    volatile Predicate<Refused> recording = refused -> true;
    private final Path data;
    private EmbeddedBroker broker;

    TestBroker(Path data) {
        this.data = data;
        secrets.put("card-office", "secret of card-office");
        secrets.put("funding", "secret of funding");
        broker = start();
    }

    private EmbeddedBroker start() {
        var configuration = BrokerFile.read(new FileSystemResource("config/broker.xml"), data, 0);
        return EmbeddedBroker.start(configuration, this, LARGEST, this);
    }

    @Override
    public boolean record(Refused refused) {
        refusals.add(refused);
        return recording.test(refused);
    }

    @Override
    public void recordLater(Refused refused) {
        refusals.add(refused);
    }

    EmbeddedBroker broker() {
        return broker;
    }

    void restart() {
        broker.close();
        broker = start();
    }

    /**
     * A partner's messages that fail come again sooner than delivered, by the same rule.
     *
     * @return the delivered settings of its queue into the hub
     */
    AddressSettings admitInAHurry(String partner) {
        admit(partner);
        broker.partnerQueues().ensureOf(partner);
        var repository = broker.server().getAddressSettingsRepository();
        var delivered = repository.getMatch(QueueNames.in(partner));
        repository.addMatch(QueueNames.in(partner), new AddressSettings(delivered).setRedeliveryDelay(20));
        return delivered;
    }

    /** A route as {@code RouteFiles} makes it of a route file; it is not started. */
    CamelContext camel(String from, int attempts, Consumer<Refused> recorder, Processor work) throws Exception {
        var camel = new DefaultCamelContext();
        camel.addComponent("jms", CamelJms.component(broker.connections(), attempts, true, recorder));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:queue:" + from + "?receiveTimeout=50").process(work);
            }
        });
        return camel;
    }

    List<Queues.DeadLetter> letters(String queue) {
        return new EmbeddedQueues(broker.server(), (partner, event) -> false)
                .deadLetters(10).stream()
                        .filter(letter -> letter.queue().equals(queue))
                        .toList();
    }

    void revoke(String partner) {
        secrets.remove(partner);
    }

    void admit(String partner) {
        secrets.put(partner, "secret of " + partner);
    }

    Connection connect(String partner) throws JMSException {
        return connect(partner, "secret of " + partner);
    }

    Connection connect(@Nullable String user, @Nullable String password) throws JMSException {
        var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port());
        factories.add(factory);
        var connection = factory.createConnection(user, password);
        connection.start();
        return connection;
    }

    /** What the hub does. */
    void asHub(Work work) throws JMSException {
        try (var connection = broker.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            work.with(session);
        }
    }

    void as(String partner, Work work) throws JMSException {
        try (var connection = connect(partner);
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            work.with(session);
        }
    }

    /** What the broker has written of large messages. */
    long largeBytes() {
        var files = data.resolve("large-messages").toFile().listFiles();
        return files == null ? 0 : Stream.of(files).mapToLong(File::length).sum();
    }

    long depth(String queue) {
        return broker.server().locateQueue(queue).getMessageCount();
    }

    /** As full as the delivered limit lets it become, but of a size made small. */
    void fill(String queue) {
        narrow(queue);
        assertThatThrownBy(() -> asHub(hub -> {
                    for (int i = 0; i < 1_000; i++) {
                        hub.createProducer(new ActiveMQQueue(queue)).send(hub.createTextMessage("x".repeat(10_000)));
                    }
                }))
                .isInstanceOf(JMSException.class);
    }

    /** With the delivered limit, but of a size made small. */
    void narrow(String queue) {
        var repository = broker.server().getAddressSettingsRepository();
        repository.addMatch(
                queue,
                new AddressSettings(repository.getMatch(queue))
                        .setMaxSizeBytes(50_000)
                        .setPageSizeBytes(50_000)
                        .setPageLimitBytes(100_000L));
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(secrets.keySet());
    }

    @Override
    public boolean authentic(String partner, String secret) {
        return secret.equals(secrets.get(partner));
    }

    @Override
    public void close() {
        factories.forEach(ActiveMQConnectionFactory::close);
        broker.close();
    }

    interface Work {
        void with(Session session) throws JMSException;
    }
}
