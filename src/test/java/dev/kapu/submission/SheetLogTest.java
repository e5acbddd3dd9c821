package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SheetLogTest {
    @Test
    void the_progress_of_a_sheet_is_no_line_of_the_log_but_its_failure_is(CapturedOutput output) {
        var log = new SheetLog();

        log.log("com.openhtmltopdf.load", Level.INFO, "loading");
        log.log("com.openhtmltopdf.load", Level.SEVERE, "not loaded");

        assertThat(output.getAll()).contains("not loaded").doesNotContain("loading", "INFO::");
    }
}
