package dev.kapu.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.contract.events.AffiliationEnded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesTest {
    @Test
    void an_event_is_written_as_the_element_of_its_schema() {
        var event = new AffiliationEnded();
        event.setEventId("3b241101-e2bb-4255-8caf-4136c566a962");

        var xml =
                new String(new Bodies(List.of(), List.of(AffiliationEnded.class)).write(event), StandardCharsets.UTF_8);

        assertThat(xml).contains("affiliationEnded", "urn:kapu:events:v1", "3b241101-e2bb-4255-8caf-4136c566a962");
    }
}
