package dev.kapu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.audit.DisclosureRecord;
import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.DisclosureRecord.Outcome;
import dev.kapu.audit.Recorder;
import dev.kapu.fault.Fault;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Listeners;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class DecisionsTest {
    @Autowired
    Recorder recorder;

    @Autowired
    DecisionTable table;

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Test
    void a_decision_is_shown_with_its_reason_and_without_the_person_or_anything_the_sender_wrote() {
        recorder.record(refusal());

        var browser = Browser.administrator(listeners, data);

        assertThat(List.of(
                        browser.get("/console/decisions").body(),
                        browser.get("/console").body()))
                .allSatisfy(page -> assertThat(page)
                        .contains("Client.Person.NotFound", "No person can be found", "IdCards/getCardholder")
                        .doesNotContain("71234567897", "Kis Anna", "order-4711", "case-99", "CLAIMED"));
    }

    @Test
    void whoever_gave_the_id_of_a_message_is_found_behind_a_hundred_others_and_the_law_stands_beside_the_grant() {
        var id = UUID.randomUUID().toString();
        recorder.record(answer(id));
        for (int i = 0; i < 120; i++) {
            recorder.record(answer(null));
        }
        var browser = Browser.administrator(listeners, data);

        var found = browser.get(
                        "/console/decisions?partner=id-card-office&outcome=ANSWERED&from=2020-01-01T00:00&until="
                                + "&message=" + id)
                .body();
        assertThat(found)
                .containsOnlyOnce("href=\"/console/policy#id-cards.cardholder\"")
                .contains("§")
                .doesNotContain("hx-trigger", "rel=\"next\"");
        assertThat(browser.get("/console/decisions?outcome=REFUSED&message=" + id)
                        .body())
                .contains("No record fits");
        assertThat(browser.get("/console/policy").body()).contains("id=\"id-cards.cardholder\"");

        var newest = browser.get("/console/decisions").body();
        assertThat(newest).contains("rel=\"next\"", "hx-trigger");
        var older = newest.replaceAll("(?s).*<a rel=\"next\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(browser.get(older).statusCode()).isEqualTo(200);
        assertThat(browser.get(older).body()).contains("§").doesNotContain("hx-trigger", "??");
    }

    @Test
    void years_that_no_database_knows_are_no_failure() {
        var browser = Browser.administrator(listeners, data);

        var far = browser.get("/console/decisions?from=-200000-02-29T00:00&until=%2B300000-01-01T00:00");
        var none = browser.get("/console/decisions?from=%2B300000-01-01T00:00");

        assertThat(far.statusCode()).isEqualTo(200);
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(none.body()).contains("No record fits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message=a%00b", "partner=%00"})
    void what_no_record_can_hold_is_not_found(String query) {
        var browser = Browser.administrator(listeners, data);

        var answer = browser.get("/console/decisions?" + query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("No record fits");
    }

    @Test
    void a_refusal_stays_on_the_overview_however_many_answers_follow() {
        recorder.record(refusal());
        for (int i = 0; i < 120; i++) {
            recorder.record(answer(null));
        }

        assertThat(table.latestRefusals(1, Locale.ENGLISH).orElseThrow())
                .extracting(DecisionView::reason)
                .doesNotContainNull();
    }

    @Test
    void an_institution_code_is_shown_only_if_it_is_one() {
        assertThat(DecisionView.of(refusal(), grant -> null, Locale.ENGLISH).institution())
                .isNull();
    }

    private static DisclosureRecord refusal() {
        return new DisclosureRecord(
                Instant.now(),
                Channel.HTTP,
                "id-card-office",
                "CLAIMED",
                "Kis Anna",
                "Kis Anna",
                "IdCards/getCardholder",
                "order-4711",
                "case-99",
                "issue-card",
                "id-cards.cardholder",
                "0".repeat(64),
                Outcome.REFUSED,
                Fault.PERSON_NOT_FOUND.code(),
                List.of("71234567897"),
                Set.of(),
                900,
                400,
                1_500,
                new byte[32]);
    }

    private static DisclosureRecord answer(@Nullable String messageId) {
        var refusal = refusal();
        return new DisclosureRecord(
                refusal.at(),
                refusal.channel(),
                refusal.partner(),
                null,
                null,
                null,
                refusal.operation(),
                messageId,
                null,
                refusal.purpose(),
                refusal.grant(),
                refusal.policyVersion(),
                Outcome.ANSWERED,
                null,
                List.of(),
                Set.of(),
                900,
                400,
                1_500,
                new byte[32]);
    }
}
