package dev.kapu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.activemq.artemis.utils.XMLUtil;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.w3c.dom.Element;

/** Somebody else's broker, set up as {@code docs/external-broker.xml} tells, with Artemis' own users and roles. */
public final class ExternalArtemis implements AutoCloseable {
    public static final Path MANUAL = Path.of("docs", "external-broker.xml");
    private static final String HUB_PASSWORD = "secret of the hub";

    private final SecurityConfiguration users = new SecurityConfiguration();
    private final ActiveMQServerImpl server;

    private ExternalArtemis(Configuration configuration) throws Exception {
        server = new ActiveMQServerImpl(
                configuration, new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        admit("hub", HUB_PASSWORD);
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.apache.activemq.audit", LogLevel.OFF);
        server.start();
    }

    public static ExternalArtemis start(Path data) throws Exception {
        return start(Files.readString(MANUAL), data);
    }

    /** @param xml a whole {@code broker.xml}; only directories and port are set over it */
    public static ExternalArtemis start(String xml, Path data) throws Exception {
        var configuration = parse(xml)
                .setJMXManagementEnabled(false)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString());
        for (TransportConfiguration acceptor : configuration.getAcceptorConfigurations()) {
            acceptor.getParams().put(TransportConstants.PORT_PROP_NAME, 0);
        }
        return new ExternalArtemis(configuration);
    }

    private static Configuration parse(String xml) throws Exception {
        var core = XMLUtil.stringToElement(xml)
                .getElementsByTagNameNS("urn:activemq:core", "core")
                .item(0);
        XMLUtil.validate(core, "schema/artemis-configuration.xsd");
        var configuration = new ConfigurationImpl();
        new FileConfigurationParser().parseMainConfig((Element) core, configuration);
        return configuration;
    }

    /** A user whose only role is called like it. */
    public void admit(String user, String password) {
        users.addUser(user, password);
        users.addRole(user, user);
    }

    /** A partner with the secret that the development CA wrote. */
    public void admit(String partner, Path secret) {
        try {
            admit(partner, Files.readString(secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        var acceptor = (NettyAcceptor) server.getRemotingService().getAcceptor("partners");
        return "tcp://127.0.0.1:" + acceptor.getActualPort();
    }

    public String addressForHub() {
        return address() + "?user=hub&password=" + HUB_PASSWORD.replace(" ", "%20");
    }

    public ActiveMQServerImpl server() {
        return server;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
