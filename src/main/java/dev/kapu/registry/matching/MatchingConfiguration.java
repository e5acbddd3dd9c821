package dev.kapu.registry.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

@Configuration
class MatchingConfiguration {
    static final Resource PARAMETERS = new ClassPathResource("matching/parameters.csv");

    @Bean
    Judge matchingJudge() throws IOException {
        return new Judge(read(PARAMETERS));
    }

    static Parameters read(Resource resource) throws IOException {
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            return Parameters.read(reader.lines(), new PersonScheme().fields());
        }
    }
}
