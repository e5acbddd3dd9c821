package dev.kapu.soap;

import dev.kapu.start.Phases;
import jakarta.jms.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.ChainInitiationObserver;
import org.apache.cxf.transport.jms.JMSConfigFeature;
import org.apache.cxf.transport.jms.JMSConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Publishes every contract over HTTP and over JMS, from the same WSDL and behind the same door. */
@Component
final class Endpoints implements SmartLifecycle {
    /** CXF would log the exceptions of its chain with their messages, which may quote a partner's message. */
    private static final FaultListener SILENT = (exception, description, message) -> false;

    private final Bus bus;
    private final WsdlContracts contracts;
    private final SoapDoor door;
    private final SoapProperties properties;
    private final ObjectProvider<ConnectionFactory> broker;
    private final List<Server> servers = new ArrayList<>();
    private final List<Server> queues = new ArrayList<>();

    Endpoints(
            Bus bus,
            WsdlContracts contracts,
            SoapDoor door,
            SoapProperties properties,
            ObjectProvider<ConnectionFactory> broker) {
        this.bus = bus;
        this.contracts = contracts;
        this.door = door;
        this.properties = properties;
        this.broker = broker;
    }

    @Override
    public void start() {
        contracts.services().forEach(service -> servers.add(publish(service, "/" + service.name(), null)));
    }

    void openQueues() {
        for (var service : contracts.services()) {
            broker.ifAvailable(factory -> queues.add(
                    publish(service, "jms:queue:kapu.requests." + service.name(), jms(factory, service.name()))));
        }
    }

    void closeQueues() {
        queues.forEach(Server::destroy);
        queues.clear();
    }

    private Server publish(Service service, String address, @Nullable JMSConfigFeature jms) {
        var factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(service.port());
        factory.setWsdlURL(service.wsdl().toString());
        factory.setServiceName(new javax.xml.namespace.QName(service.namespace(), service.name() + "Service"));
        factory.setEndpointName(new javax.xml.namespace.QName(service.namespace(), service.name() + "Port"));
        factory.setAddress(address);
        factory.setInvoker((exchange, nothing) -> null);
        factory.setStart(false);
        factory.getProperties(true).put(FaultListener.class.getName(), SILENT);
        factory.getProperties(true).put("autoRewriteSoapAddressForAllServices", true);
        if (jms != null) {
            factory.setTransportId("http://www.w3.org/2010/soapjms/");
            factory.getFeatures().add(jms);
        }
        var server = factory.create();
        open(server, service);
        return server;
    }

    /** The server itself is never started: it would give the transport an observer of its own, if only for a moment. */
    private void open(Server server, Service service) {
        var endpoint = server.getEndpoint();
        endpoint.getInInterceptors().clear();
        endpoint.getInInterceptors().add(new ContractPublisher());
        endpoint.getBinding().getInInterceptors().clear();
        var contract = new ChainInitiationObserver(endpoint, bus);
        server.getDestination().setMessageObserver(new DoorObserver(door, service, contract));
    }

    private JMSConfigFeature jms(ConnectionFactory factory, String service) {
        var configuration = new JMSConfiguration();
        configuration.setConnectionFactory(factory);
        configuration.setTargetDestination("kapu.requests." + service);
        configuration.setConcurrentConsumers(properties.jmsConsumers());
        configuration.setMessageType("text");
        // A request that was taken from its queue when the hub died comes again.
        configuration.setSessionTransacted(true);
        var feature = new JMSConfigFeature();
        feature.setJmsConfig(configuration);
        return feature;
    }

    @Override
    public void stop() {
        servers.forEach(Server::destroy);
        servers.clear();
    }

    @Override
    public boolean isRunning() {
        return !servers.isEmpty();
    }

    @Override
    public int getPhase() {
        return Phases.SERVICES;
    }
}
