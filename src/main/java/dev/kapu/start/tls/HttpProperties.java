package dev.kapu.start.tls;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled in the demo, or behind a proxy that ends TLS: a secret sent here in the clear is refused elsewhere */
@ConfigurationProperties("kapu.http")
record HttpProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1") InetAddress address) {}
