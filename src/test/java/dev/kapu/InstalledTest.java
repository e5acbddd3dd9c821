package dev.kapu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A test that could not run must not look as if it had passed. */
@ExtendWith(OutputCaptureExtension.class)
class InstalledTest {
    @Test
    void a_skip_says_once_what_is_missing_and_how_it_is_installed(CapturedOutput output) {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> Installed.require(false, "Netscape", "netscape", false))
                    .isInstanceOf(TestAbortedException.class);
        }

        assertThat(output.getOut().split("Netscape is not installed: apt-get install netscape", -1))
                .hasSize(2);
    }

    @Test
    void in_continuous_integration_the_test_fails() {
        assertThatThrownBy(() -> Installed.require(false, "Netscape", "netscape", true))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Netscape is not installed: apt-get install netscape");
    }

    @Test
    void what_is_there_is_not_spoken_of() {
        assertThatCode(() -> Installed.require(true, "Netscape", "netscape", true))
                .doesNotThrowAnyException();
    }

    @Test
    void continuous_integration_installs_all_that_tests_name() throws IOException {
        var run = Files.readString(Path.of(".ci/run"));

        assertThat(run).contains("export CI=true", "chromium", "python3-zeep", "php-cli", "php-soap", "mono-mcs");
    }
}
