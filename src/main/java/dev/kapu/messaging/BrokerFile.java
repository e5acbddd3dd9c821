package dev.kapu.messaging;

import dev.kapu.start.Loopback;
import dev.kapu.start.StartupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.utils.XMLUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.Resource;
import org.w3c.dom.Element;

/** {@code config/broker.xml}, with what an administrator does not get to choose set over it. */
final class BrokerFile {
    static final String PARTNERS = "partners";

    private BrokerFile() {}

    static Configuration read(Resource file, Path data, @Nullable Integer port) {
        var configuration = parse(file);
        configuration
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setPopulateValidatedUser(true)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large-messages").toString())
                .setClusterUser(HubLogin.randomSecret())
                .setClusterPassword(HubLogin.randomSecret());
        for (var acceptor : configuration.getAcceptorConfigurations()) {
            if (port != null && PARTNERS.equals(acceptor.getName())) {
                acceptor.getParams().put(TransportConstants.PORT_PROP_NAME, port);
            }
            refuseClearText(acceptor);
        }
        return configuration;
    }

    /** Where partners are to connect; 0 if any free port will do, or if there is no such acceptor. */
    static int port(Configuration configuration) {
        return configuration.getAcceptorConfigurations().stream()
                .filter(acceptor -> PARTNERS.equals(acceptor.getName()))
                .map(acceptor -> acceptor.getParams().getOrDefault(TransportConstants.PORT_PROP_NAME, 0))
                .mapToInt(port -> Integer.parseInt(port.toString()))
                .findFirst()
                .orElse(0);
    }

    private static Configuration parse(Resource file) {
        try (InputStream in = file.getInputStream()) {
            var core = XMLUtil.streamToElement(in)
                    .getElementsByTagNameNS("urn:activemq:core", "core")
                    .item(0);
            XMLUtil.validate(core, "schema/artemis-configuration.xsd");
            // Without its address: the broker must not read the file again by itself and undo what is set here.
            var configuration = new ConfigurationImpl();
            new FileConfigurationParser().parseMainConfig((Element) core, configuration);
            return configuration;
        } catch (IOException e) {
            throw problem(file, "cannot be read");
        } catch (Exception e) {
            throw problem(file, "is not a valid broker configuration: " + firstSentence(e));
        }
    }

    /** What follows lists every element that could stand there. */
    private static String firstSentence(Exception e) {
        var message =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        int end = message.indexOf(". ");
        return end < 0 ? message : message.substring(0, end);
    }

    private static StartupProblem problem(Resource file, String what) {
        return new StartupProblem(
                "The broker's configuration " + file.getDescription() + " " + what + ".",
                "Mend config/broker.xml, or delete the directory config to use the one inside the hub.");
    }

    /** The partner's secret and persons' data cross this connection. */
    private static void refuseClearText(TransportConfiguration acceptor) {
        Map<String, Object> params = acceptor.getParams();
        var host = String.valueOf(params.getOrDefault(TransportConstants.HOST_PROP_NAME, "127.0.0.1"));
        var encrypted = Boolean.parseBoolean(String.valueOf(params.get(TransportConstants.SSL_ENABLED_PROP_NAME)));
        if (!encrypted && !Loopback.isOnly(host)) {
            throw new StartupProblem(
                    "The broker's acceptor " + acceptor.getName() + " would take secrets in clear text on " + host
                            + ".",
                    "Add sslEnabled=true and a key store to it in config/broker.xml, or bind it to 127.0.0.1.");
        }
    }
}
