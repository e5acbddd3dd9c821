package dev.kapu.start;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StartConfiguration {
    @Bean
    Home home() {
        return Home.ofProcess();
    }
}
