package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    @TempDir
    private Path directory;

    private Explanation explanation;

    @BeforeEach
    void load() {
        explanation =
                new PlainExplanation(new PolicyFolder(directory).load(), new Today(PolicyFolder.NOON, ZoneOffset.UTC));
    }

    @Test
    void it_says_by_what_right() {
        var question = new Question("card-office", "IdCards/getCardholder", null, null, "040003");

        assertThat(explanation.explain(question))
                .containsExactly(
                        "card-office is the system Card Office.",
                        "It holds one grant for IdCards/getCardholder.",
                        "Grant cards.holder: for the purpose issue-card, by Act 1, § 2,"
                                + " about affiliated-with-named-institution, from 2026-09-01 until 2027-08-31.",
                        "Permitted by grant cards.holder with the fields educationId, name; 0 of 5000 used today.");
    }

    @Test
    void it_says_why_not() {
        var question = new Question("nobody", "IdCards/getCardholder", "issue-card", null, null);

        assertThat(explanation.explain(question))
                .containsExactly(
                        "There is no partner nobody.",
                        "It holds 0 grants for IdCards/getCardholder.",
                        "Refused (Client.Permission.NotPermitted): no grant fits the purpose issue-card.");
    }
}
