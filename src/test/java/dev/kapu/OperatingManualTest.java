package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Whoever is called at night must be able to trust the manual. */
class OperatingManualTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `kapu\\.[^`]+` \\|[^|]*\\|");
    private static final Pattern ALARM = Pattern.compile("\"(ALARM [^\"{:]*)");

    private final String manual = read(Path.of("docs/operating.md"));

    @Test
    void every_setting_is_listed_with_its_default_and_nothing_else() {
        var section = manual.substring(manual.indexOf("## 9. Settings"), manual.indexOf("## 10."));

        assertThat(found(ROW, section, 0)).containsExactlyInAnyOrderElementsOf(settings());
    }

    @Test
    void every_alarm_is_explained() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            var alarms = sources.filter(Files::isRegularFile)
                    .flatMap(source -> found(ALARM, read(source), 1).stream())
                    .map(String::strip)
                    .toList();

            assertThat(alarms)
                    .isNotEmpty()
                    .allSatisfy(alarm -> assertThat(manual).contains("`" + alarm));
        }
    }

    private static List<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.kapu").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> rows(prefix(type), type))
                .toList();
    }

    private static String prefix(Class<?> type) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        return annotation.value().isEmpty() ? annotation.prefix() : annotation.value();
    }

    private static Stream<String> rows(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            var name = prefix + "." + kebab(component.getName());
            return component.getType().isRecord()
                    ? rows(name, component.getType())
                    : Stream.of("| `%s` | %s |".formatted(name, defaultOf(type, component)));
        });
    }

    /** The annotation stands on the constructor's parameter. */
    private static String defaultOf(Class<?> type, RecordComponent component) {
        return Stream.of(type.getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
                .map(value -> String.join(", ", value.value()))
                .findFirst()
                .orElse("");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(group))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
