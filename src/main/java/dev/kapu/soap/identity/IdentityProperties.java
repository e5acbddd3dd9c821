package dev.kapu.soap.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param plainOnLoopback for the demo: secrets and answers may pass unencrypted where they stay on this machine */
@ConfigurationProperties("kapu.identity")
record IdentityProperties(@DefaultValue("false") boolean plainOnLoopback) {}
