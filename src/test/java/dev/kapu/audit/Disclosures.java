package dev.kapu.audit;

import dev.kapu.audit.DisclosureRecord.Channel;
import dev.kapu.audit.DisclosureRecord.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records to test with. */
final class Disclosures {
    private Disclosures() {}

    static DisclosureRecord answered(String messageId) {
        return answered(messageId, "clerk-17", Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    static DisclosureRecord answered(String messageId, String endUser, Instant at) {
        return new DisclosureRecord(
                at,
                Channel.HTTP,
                "id-card-office",
                "HU/GOV/10000001/id-card-office",
                endUser,
                "040003",
                "IdCards/getCardholder",
                messageId,
                "CASE-1",
                "issue-card",
                "id-cards.cardholder",
                "a".repeat(64),
                Outcome.ANSWERED,
                null,
                List.of("71234567897", "72000000154"),
                new LinkedHashSet<>(List.of("educationId", "name", "birthDate")),
                1_200,
                1_800,
                1_234,
                new byte[32]);
    }

    static DisclosureRecord refused(String messageId, @Nullable String claimedPartner) {
        var empty = answered(messageId);
        return new DisclosureRecord(
                empty.at(),
                Channel.JMS,
                null,
                claimedPartner,
                null,
                null,
                null,
                messageId,
                null,
                null,
                null,
                null,
                Outcome.REFUSED,
                "Client.Identity.NotAuthenticated",
                List.of(),
                new LinkedHashSet<>(),
                10,
                0,
                5,
                new byte[32]);
    }
}
