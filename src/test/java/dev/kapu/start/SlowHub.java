package dev.kapu.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A process that starts its database and then for ever waits for something else, still in its start. No {@code @Configuration}: the hub under test would find it. */
@Import(DatabaseConfiguration.class)
@EnableConfigurationProperties(DatabaseProperties.class)
class SlowHub {
    record Rest() {}

    @Bean
    Rest rest(Database database) throws InterruptedException {
        System.out.println("Waiting on " + database.url());
        Thread.currentThread().join();
        return new Rest();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(SlowHub.class, arguments);
    }
}
