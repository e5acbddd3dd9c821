package dev.kapu.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param sessionLifetime how long an institution's sign-in lasts at most, used or not */
@ConfigurationProperties("kapu.portal")
record PortalSettings(@DefaultValue("8h") Duration sessionLifetime) {}
