package dev.kapu.messaging;

import dev.kapu.start.Ports;
import dev.kapu.start.StartupProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;

/** Artemis in this process: partners come over TCP, the hub without a network. */
final class EmbeddedBroker implements Broker {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

    /** Acceptors inside a process find each other by number, and tests run several brokers. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(4711);

    private final int number = NUMBERS.getAndIncrement();
    private final HubLogin login = HubLogin.random();
    private final QueueRights rights;
    private final ActiveMQServerImpl server;
    private final PartnerQueues queues;
    private final ActiveMQConnectionFactory connections;

    private EmbeddedBroker(Configuration configuration, BrokerUsers users, long maximumMessage, Refusals refusals) {
        rights = new QueueRights(login, users, this::welcome);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(),
                new HashMap<>(Map.of(TransportConstants.SERVER_ID_PROP_NAME, number)),
                "hub"));
        configuration.registerBrokerPlugin(new FullDisk());
        configuration.registerBrokerPlugin(new EntryCheck(rights, maximumMessage, refusals));
        server = new ActiveMQServerImpl(configuration, rights);
        server.getServiceRegistry().addIncomingInterceptor(new LargeMessages(server, maximumMessage, refusals));
        queues = new PartnerQueues(server, users);
        connections = Connections.to("vm://" + number);
        connections.setUser(HubLogin.USER).setPassword(login.password());
    }

    /** @param refusals is told of the messages that {@link EntryCheck} refuses */
    static EmbeddedBroker start(
            Configuration configuration, BrokerUsers users, long maximumMessage, Refusals refusals) {
        Ports.requireFree(BrokerFile.port(configuration), "the message broker", "kapu.broker.port");
        var broker = new EmbeddedBroker(configuration, users, maximumMessage, refusals);
        try {
            broker.start();
            return broker;
        } catch (Exception e) {
            broker.close();
            throw e instanceof StartupProblem problem ? problem : explain(e);
        }
    }

    private void start() throws Exception {
        // Artemis writes the properties of every message to a log of its own unless told not to.
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.apache.activemq.audit", LogLevel.OFF);
        var failure = new AtomicReference<@Nullable Exception>();
        // Artemis only logs what goes wrong in its start.
        server.registerActivationFailureListener(failure::set);
        server.start();
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        if (!server.isActive()) {
            throw new StartupProblem(
                    "The embedded message broker does not become active: another process holds its journal.",
                    "Stop the other hub, or give this one a directory of its own with kapu.data.");
        }
        // Else a full disk is noticed only after a while.
        server.getMonitor().tick();
        queues.ensure();
        log.info("Message broker is listening on port {}", port());
    }

    private void welcome(String partner) {
        queues.ensureOf(partner);
    }

    private static StartupProblem explain(Exception e) {
        return new StartupProblem(
                "The embedded message broker cannot start: " + NestedExceptionUtils.getMostSpecificCause(e) + ".",
                "Look at config/broker.xml, kapu.broker.port, and the directory artemis under kapu.data.");
    }

    /** Where partners connect, once started. */
    int port() {
        return server.getRemotingService().getAcceptor(BrokerFile.PARTNERS) instanceof NettyAcceptor netty
                ? netty.getActualPort()
                : -1;
    }

    @Override
    public String address() {
        return "tcp://127.0.0.1:" + port();
    }

    ActiveMQServer server() {
        return server;
    }

    QueueRights rights() {
        return rights;
    }

    PartnerQueues partnerQueues() {
        return queues;
    }

    @Override
    public ActiveMQConnectionFactory connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
        try {
            server.stop();
        } catch (Exception e) {
            log.warn("The message broker did not stop cleanly: {}", e.toString());
        }
    }
}
