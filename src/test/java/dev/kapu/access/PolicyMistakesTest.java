package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an administrator who mistypes a policy file reads in the log, and how often. */
@ExtendWith(OutputCaptureExtension.class)
class PolicyMistakesTest {
    @TempDir
    private Path directory;

    private PolicyFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new PolicyFolder(directory);
    }

    @Test
    void of_partners_that_cannot_be_read_only_the_true_line_is_said() {
        var files = folder.load();

        folder.partners("- name: card-office\n\tcontact: x\n");
        lookTwice(files);

        assertThat(files.status().problems())
                .singleElement()
                .asString()
                .contains("partners.yaml, line 2")
                .doesNotContain("there is no partner");
    }

    @Test
    void a_mistake_that_is_saved_again_is_said_again(CapturedOutput output) {
        var files = folder.load();
        folder.permissions("- nonsense");
        lookTwice(files);
        lookTwice(files);
        assertThat(output.getAll().split("Policy not taken", -1)).hasSize(2);

        assertThat(folder.path("config/permissions.yaml").toFile().setLastModified(1))
                .isTrue();
        lookTwice(files);

        assertThat(output.getAll().split("Policy not taken", -1)).hasSize(3);
    }

    private static void lookTwice(PolicyFiles files) {
        files.look();
        files.look();
    }
}
