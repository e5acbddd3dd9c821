package dev.kapu.soap.signature;

import dev.kapu.access.Partners;
import dev.kapu.pki.CertificateVerifier;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {
    @Bean(initMethod = "start")
    ReplayMemory replayMemory(JdbcClient database, ObjectProvider<Clock> clock) {
        return new ReplayMemory(new SeenMessageStore(database), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    SignatureVerifier signatureVerifier(
            Partners partners, CertificateVerifier certificates, ReplayMemory replays, ObjectProvider<Clock> clock) {
        return new SignatureVerifier(partners, certificates, replays, clock.getIfAvailable(Clock::systemUTC));
    }
}
