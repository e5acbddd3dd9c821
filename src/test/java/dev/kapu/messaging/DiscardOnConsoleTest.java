package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.console.Browser;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator takes a letter away that nobody can mend: in two steps, and on record. */
@HubTest
class DiscardOnConsoleTest {
    private static final String DEAD = "kapu.dead.funding-control";

    @Autowired
    ConnectionFactory hub;

    @Autowired
    Queues queues;

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Autowired
    JdbcClient jdbc;

    private final String id = UUID.randomUUID().toString();
    private Browser administrator;

    @BeforeEach
    void signIn() {
        administrator = Browser.administrator(listeners, data);
    }

    @ParameterizedTest
    @CsvSource({"en, Discard this dead letter?", "hu, Eldobja ezt", "tr, bu ileti silinsin mi?"})
    void it_is_shown_with_its_element_asked_about_discarded_and_recorded(String language, String question) {
        lay();
        var letter = letter();
        var step = "/console/queues/discard?letter=" + letter;

        assertThat(administrator.get("/console/queues?language=" + language).body())
                .contains("(weeklyHours)", id, "/console/queues/discard?letter=" + letter)
                .doesNotContain("??");
        assertThat(administrator.get(step).body())
                .contains(question, "(weeklyHours)", id, DEAD)
                .doesNotContain("??", "secret of the body");
        assertThat(queues.deadLetter(letter)).as("only asked").isPresent();

        administrator.post(step, "/console/queues/discard", Map.of("letter", letter));

        assertThat(queues.deadLetter(letter)).isEmpty();
        assertThat(jdbc.sql("select by || ' ' || queue || ' ' || reason || ' ' || place || ' ' || outcome"
                                + " from discarded_letter"
                                + " where message_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("admin " + DEAD + " Client.Message.Invalid weeklyHours discarded");
    }

    @ParameterizedTest
    @CsvSource({"en, gave it back at every attempt", "hu, majd visszaadta", "tr, alıp geri verdi"})
    void an_event_that_its_partner_gave_back_is_shown_with_id_kind_and_whose_fault_it_is(
            String language, String whose) {
        layGivenBack();
        var step = "/console/queues/discard?letter=" + letter();

        for (var page : List.of("/console/queues?language=" + language, step)) {
            assertThat(administrator.get(page).body())
                    .contains(id, "affiliationEnded", whose)
                    .doesNotContain("??", "secret of the body");
        }

        administrator.post(step, "/console/queues/discard", Map.of("letter", letter()));
        assertThat(found()).isEmpty();
    }

    private void layGivenBack() {
        try (var context = hub.createContext()) {
            context.createProducer()
                    .setProperty("_AMQ_ORIG_QUEUE", "kapu.out.funding-control")
                    .setProperty("_AMQ_DUPL_ID", id)
                    .setJMSType("affiliationEnded")
                    .send(context.createQueue(DEAD), "<secret of the body/>");
        }
    }

    @Test
    void what_is_gone_leads_back_and_nothing_is_recorded() {
        var answer = administrator.get("/console/queues/discard?letter=1");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/queues");
    }

    private void lay() {
        try (var context = hub.createContext()) {
            context.createProducer()
                    .setProperty("kapuOrigin", "kapu.in.funding-control")
                    .setProperty("kapuFaultCode", "Client.Message.Invalid")
                    .setProperty("kapuFaultWhere", "weeklyHours")
                    .setProperty("kapuMessageId", id)
                    .send(context.createQueue(DEAD), "<secret of the body/>");
        }
    }

    /** For a moment a message is in its queue and not yet to be seen there. */
    private String letter() {
        return await().until(this::found, Optional::isPresent).orElseThrow().messageId();
    }

    private Optional<Queues.DeadLetter> found() {
        return queues.deadLetters(1_000).stream()
                .filter(letter -> id.equals(letter.sendersId()))
                .findFirst();
    }
}
