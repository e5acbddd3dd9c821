package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThreatModelTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @Test
    void every_test_that_the_threat_model_names_exists() throws IOException {
        var model = Files.readString(Path.of("docs/threat-model.md"));

        assertThat(NAMED.matcher(model).results())
                .isNotEmpty()
                .allSatisfy(named -> assertThat(sources(named.group(1)))
                        .as(named.group())
                        .anySatisfy(source -> assertThat(source).contains("void " + named.group(2) + "(")));
    }

    private static List<String> sources(String test) {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.endsWith(test + ".java"))
                    .map(ThreatModelTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
