package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

class HomeTest {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void a_directory_on_disk_is_taken_from_the_first_place_that_has_it() throws IOException {
        put(second, "b.camel.xml");
        var home = new Home(List.of(first, second));

        assertThat(home.directory("routes")).contains(second.resolve("routes"));

        put(first, "z.camel.xml");
        put(first, "a.camel.xml");
        put(first, "a.txt");

        assertThat(home.directory("routes")).contains(first.resolve("routes"));
        assertThat(home.files("routes", "*.camel.xml"))
                .extracting(Resource::getFilename)
                .containsExactly("a.camel.xml", "z.camel.xml");
    }

    @Test
    void without_a_directory_on_disk_the_packed_copy_is_read() {
        var home = new Home(List.of(first));

        assertThat(home.directory("config")).isEmpty();
        assertThat(home.file("config", "partners.yaml").exists()).isTrue();
        assertThat(home.files("wsdl", "*.wsdl"))
                .extracting(Resource::getFilename)
                .contains("IdCards.wsdl");
    }

    @Test
    void a_file_deleted_from_a_directory_on_disk_does_not_come_back_from_the_packed_copy() throws IOException {
        Files.createDirectories(first.resolve("config"));
        var home = new Home(List.of(first));

        assertThat(home.file("config", "partners.yaml").exists()).isFalse();
        assertThat(home.files("config", "*.yaml")).isEmpty();
    }

    @Test
    void a_directory_that_is_nowhere_has_no_files() {
        assertThat(new Home(List.of(first)).files("nowhere", "*")).isEmpty();
    }

    private static void put(Path place, String name) throws IOException {
        Files.writeString(Files.createDirectories(place.resolve("routes")).resolve(name), "");
    }
}
