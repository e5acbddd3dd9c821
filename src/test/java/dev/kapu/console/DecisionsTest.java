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
import dev.kapu.start.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class DecisionsTest {
    @Autowired
    Recorder recorder;

    @Autowired
    Listeners listeners;

    @Autowired
    DataDirectory data;

    @Test
    void a_decision_is_shown_with_its_reason_and_without_the_person_or_anything_the_sender_wrote() {
        recorder.record(refusal());

        var browser = Browser.signedIn(
                listeners.http().orElseThrow(),
                Secret.kept(data.directory("demo/console").resolve("password")).text());

        assertThat(List.of(
                        browser.get("/console/decisions").body(),
                        browser.get("/console").body()))
                .allSatisfy(page -> assertThat(page)
                        .contains("Client.Person.NotFound", "No person can be found", "IdCards/getCardholder")
                        .doesNotContain("71234567897", "Kis Anna", "order-4711", "case-99", "CLAIMED"));
    }

    @Test
    void a_refusal_stays_on_the_overview_however_many_answers_follow() {
        recorder.record(refusal());
        for (int i = 0; i < 120; i++) {
            recorder.record(answer());
        }

        assertThat(new DecisionTable(recorder).latestRefusals(1, Locale.ENGLISH).orElseThrow())
                .extracting(DecisionView::reason)
                .doesNotContainNull();
    }

    @Test
    void an_institution_code_is_shown_only_if_it_is_one() {
        assertThat(DecisionView.of(refusal(), Locale.ENGLISH).institution()).isNull();
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

    private static DisclosureRecord answer() {
        var refusal = refusal();
        return new DisclosureRecord(
                refusal.at(),
                refusal.channel(),
                refusal.partner(),
                null,
                null,
                null,
                refusal.operation(),
                null,
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
