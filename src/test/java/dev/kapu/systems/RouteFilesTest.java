package dev.kapu.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.xml.in.ModelParser;
import org.apache.camel.xml.io.XmlPullParserException;
import org.junit.jupiter.api.Test;

class RouteFilesTest {
    @Test
    void every_route_and_every_step_has_an_id_that_a_person_can_search_for() throws Exception {
        var routes = routes();

        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(routes)
                .extracting(RouteDefinition::getId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(routes)
                .extracting(RouteDefinition::getInput)
                .allSatisfy(from -> assertThat(from.getId()).isNotNull());
        assertThat(routes)
                .allSatisfy(route -> assertThat(route.getOutputs())
                        .isNotEmpty()
                        .extracting(ProcessorDefinition::getId)
                        .allSatisfy(id -> assertThat(id).startsWith(route.getId() + ".")));
    }

    private static List<RouteDefinition> routes() throws IOException {
        try (var files = Files.list(Path.of("routes"))) {
            return files.flatMap(file -> parse(file).stream()).toList();
        }
    }

    private static List<RouteDefinition> parse(Path file) {
        try (var xml = Files.newInputStream(file)) {
            return new ModelParser(xml).parseRoutesDefinition().orElseThrow().getRoutes();
        } catch (IOException | XmlPullParserException e) {
            throw new AssertionError(file.getFileName() + " is no route file", e);
        }
    }
}
