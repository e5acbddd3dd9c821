package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void a_value_cannot_break_out_of_its_place() throws IOException {
        var filled = new Template("<a>${place}</a>").fill(Map.of("place", "</a>Győr & $1 'kör'"));

        assertThat(filled).contains("Győr").doesNotContain("</a>Gy");
        assertThat(Answer.read(filled).text("a")).hasValue("</a>Győr & $1 'kör'");
    }

    @Test
    void a_place_without_value_is_a_mistake() {
        var template = new Template("<a>${place}</a>");

        assertThatThrownBy(() -> template.fill(Map.of())).hasMessageContaining("place");
    }

    @Test
    void a_fault_of_the_sender_is_told_from_one_of_the_hub() throws IOException {
        assertThat(Answer.read(fault("Client.Person.NotFound")).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(Answer.read(fault("Server.Busy")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Answer.read("<x/>").outcome()).isEqualTo(Outcome.ANSWERED);
    }

    private static String fault(String code) {
        return "<Fault><faultcode>soap:" + code + "</faultcode><detail><code>" + code + "</code></detail></Fault>";
    }
}
