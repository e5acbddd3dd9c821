package dev.kapu.start.tls;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param address where to listen; all addresses if not set */
@ConfigurationProperties("kapu.https")
record HttpsProperties(
        @DefaultValue("8443") int port, @Nullable InetAddress address) {}
