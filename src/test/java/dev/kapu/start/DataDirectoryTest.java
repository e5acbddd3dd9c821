package dev.kapu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DataDirectoryTest {
    private static final DataSize ANY = DataSize.ofBytes(1);

    @TempDir
    Path temporary;

    @Test
    void a_second_hub_is_refused_and_told_who_was_first() throws IOException {
        try (var first = DataDirectory.open(temporary, ANY)) {
            assertThat(first.root()).isEqualTo(temporary);
            assertThatThrownBy(() -> DataDirectory.open(temporary, ANY))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessage("Another hub (process "
                            + ProcessHandle.current().pid() + ") is using the data directory " + temporary + ".");
        }
    }

    @Test
    void a_directory_given_up_can_be_taken_again() throws IOException {
        DataDirectory.open(temporary, ANY).close();

        DataDirectory.open(temporary, ANY).close();
    }

    @Test
    void nobody_else_may_look_into_it() throws IOException {
        var open = Files.createDirectory(
                temporary.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        DataDirectory.open(open, ANY).close();

        assertThat(Files.getPosixFilePermissions(open)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void too_little_disk_is_said_before_anything_is_written() {
        assertThatThrownBy(() -> DataDirectory.open(temporary, DataSize.ofTerabytes(4_000)))
                .isInstanceOfSatisfying(StartupProblem.class, problem -> {
                    assertThat(problem.problem()).contains("MB of disk are free");
                    assertThat(problem.remedy()).contains("kapu.data", "kapu.minimum-free-space");
                });
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        var file = Files.writeString(temporary.resolve("a-file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data"), ANY))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining(file.toString());
    }
}
