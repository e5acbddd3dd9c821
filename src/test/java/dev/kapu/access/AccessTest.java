package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String CARDHOLDER = "IdCards/getCardholder";
    private static final String PERSON = "PersonRegistry/getPerson";
    private static final String REGISTER = grant("school.person", PERSON, "keep-register")
            .replace("card-office", "school-program")
            .replace("affiliated-with-named-institution", "affiliated-with-represented-institution");

    @TempDir
    private Path directory;

    private PolicyFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new PolicyFolder(directory);
    }

    @Test
    void a_permit_says_by_which_grant_for_what_about_whom_and_under_which_policy() {
        var policies = folder.load();

        var decision = access(policies, PolicyFolder.NOON).decide(asked(CARDHOLDER, null, "040003"));

        assertThat(decision).isInstanceOfSatisfying(Decision.Permit.class, permit -> {
            assertThat(permit.grant()).isEqualTo("cards.holder");
            assertThat(permit.purpose()).isEqualTo("issue-card");
            assertThat(permit.reach()).isEqualTo(new Reach(Scope.AFFILIATED_WITH_NAMED_INSTITUTION, "040003"));
            assertThat(permit.fields()).containsExactly("educationId", "name");
            assertThat(permit.policyVersion())
                    .isEqualTo(policies.status().version())
                    .matches("[0-9a-f]{64}");
        });
    }

    @Test
    void a_partner_that_nobody_knows_is_refused() {
        assertRefused(new Question("stranger", CARDHOLDER, null, null, "040003"), Fault.NOT_PERMITTED, null);
    }

    @Test
    void an_operation_without_a_grant_is_refused() {
        assertRefused(asked("IdCards/verifySite", null, "040003"), Fault.NOT_PERMITTED, null);
    }

    @Test
    void a_purpose_that_no_grant_has_is_refused() {
        assertRefused(asked(CARDHOLDER, "curiosity", "040003"), Fault.NOT_PERMITTED, null);
    }

    @Test
    void the_only_purpose_may_be_named() {
        assertThat(decide(asked(CARDHOLDER, "issue-card", "040003"))).isInstanceOf(Decision.Permit.class);
    }

    @Test
    void of_several_purposes_one_must_be_named() {
        folder.permissions(PolicyFolder.CARDHOLDER + grant("cards.check", CARDHOLDER, "check-card"));

        assertRefused(asked(CARDHOLDER, null, "040003"), Fault.PURPOSE_NEEDED, null);
        assertThat(decide(asked(CARDHOLDER, "check-card", "040003")))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.grant()).isEqualTo("cards.check"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31T21:59:59Z, false",
        "2026-08-31T22:00:00Z, true",
        "2027-08-31T21:59:59Z, true",
        "2027-08-31T22:00:00Z, false"
    })
    void a_grant_is_valid_on_both_its_days_by_the_calendar_of_budapest(Instant now, boolean valid) {
        var decision =
                access(folder.load(), Clock.fixed(now, ZoneOffset.UTC)).decide(asked(CARDHOLDER, null, "040003"));

        if (valid) {
            assertThat(decision).isInstanceOf(Decision.Permit.class);
        } else {
            assertThat(decision).isInstanceOfSatisfying(Decision.Deny.class, deny -> {
                assertThat(deny.reason()).isEqualTo(Fault.NOT_VALID_NOW);
                assertThat(deny.grant()).isEqualTo("cards.holder");
            });
        }
    }

    @Test
    void of_grants_that_are_not_valid_the_nearest_is_named() {
        folder.permissions(PolicyFolder.CARDHOLDER.replace("2026-09-01", "2026-11-01")
                + grant("cards.past", CARDHOLDER, "issue-card")
                        .replace("from: 2026-09-01, until: 2027-08-31", "from: 2025-09-01, until: 2026-09-30"));

        assertRefused(asked(CARDHOLDER, null, "040003"), Fault.NOT_VALID_NOW, "cards.past");
    }

    @Test
    void of_grants_that_follow_each_other_the_valid_one_decides() {
        folder.permissions(PolicyFolder.CARDHOLDER
                + grant("cards.past", CARDHOLDER, "issue-card")
                        .replace("from: 2026-09-01, until: 2027-08-31", "from: 2025-09-01, until: 2026-08-31"));

        assertThat(decide(asked(CARDHOLDER, null, "040003")))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.grant()).isEqualTo("cards.holder"));
    }

    @Test
    void a_scope_about_the_named_institution_needs_one() {
        assertRefused(asked(CARDHOLDER, null, null), Fault.NOT_PERMITTED, "cards.holder");
    }

    @Test
    void a_partner_represents_only_its_own_institutions() {
        folder.permissions(REGISTER);

        assertThat(decide(represented("040004", null)))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.reach())
                                .isEqualTo(new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, "040004")));
        assertRefused(represented("040005", null), Fault.REPRESENTATION_REFUSED, "school.person");
    }

    @Test
    void a_partner_that_represents_nobody_may_not_claim_to() {
        assertRefused(
                new Question("card-office", CARDHOLDER, null, "040003", "040003"),
                Fault.REPRESENTATION_REFUSED,
                "cards.holder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40003", "0400033", "04000x", "all", "٠٤٠٠٠٣"})
    void who_represents_all_represents_no_nonsense(String code) {
        folder.permissions(REGISTER).partners(PolicyFolder.PARTNERS.replace("[\"040003\", 040004]", "all"));

        assertThat(decide(represented("123456", null))).isInstanceOf(Decision.Permit.class);
        assertRefused(represented(code, null), Fault.REPRESENTATION_REFUSED, "school.person");
    }

    @Test
    void a_scope_about_the_represented_institution_needs_one() {
        folder.permissions(REGISTER);

        assertRefused(represented(null, "040003"), Fault.HEADER_MISSING, "school.person");
    }

    @Test
    void who_represents_one_institution_names_no_other() {
        folder.permissions(REGISTER);

        assertThat(decide(represented("040003", "040003"))).isInstanceOf(Decision.Permit.class);
        assertRefused(represented("040003", "040004"), Fault.REPRESENTATION_REFUSED, "school.person");
    }

    @Test
    void a_quota_used_up_refuses() {
        folder.permissions(PolicyFolder.CARDHOLDER.replace("perSecond: 1000", "perSecond: 2"));
        var access = access(folder.load(), PolicyFolder.NOON);

        var decisions = Stream.generate(() -> access.decide(asked(CARDHOLDER, null, "040003")))
                .limit(3)
                .toList();

        assertThat(decisions.subList(0, 2)).hasOnlyElementsOfType(Decision.Permit.class);
        assertThat(decisions.get(2)).isInstanceOfSatisfying(Decision.Deny.class, deny -> {
            assertThat(deny.reason()).isEqualTo(Fault.QUOTA_EXCEEDED);
            assertThat(deny.grant()).isEqualTo("cards.holder");
            assertThat(deny.where()).isEqualTo("perSecond: 2");
        });
    }

    @Test
    void a_reload_gives_no_fresh_quota() {
        folder.permissions(PolicyFolder.CARDHOLDER.replace("perDay: 5000", "perDay: 2"));
        var policies = folder.load();
        var access = access(policies, PolicyFolder.NOON);
        access.decide(asked(CARDHOLDER, null, "040003"));

        folder.permissions(PolicyFolder.CARDHOLDER.replace("perDay: 5000", "perDay: 1"));
        policies.look();
        policies.look();

        assertThat(access.decide(asked(CARDHOLDER, null, "040003")))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.where()).isEqualTo("perDay: 1"));
    }

    @Test
    void institutions_share_a_grant_but_no_quota() {
        folder.partners("""
                        - { name: school-a, title: A, kind: institution, contact: a@a.example, represents: ["040003"] }
                        - { name: school-b, title: B, kind: institution, contact: b@b.example, represents: ["040004"] }
                        """)
                .permissions(REGISTER.replace("partner: school-program", "kind: institution")
                        .replace("perDay: 5000", "perDay: 1"));
        var access = access(folder.load(), PolicyFolder.NOON);

        var a = new Question("school-a", PERSON, null, "040003", null);
        var b = new Question("school-b", PERSON, null, "040004", null);

        assertThat(access.decide(a)).isInstanceOf(Decision.Permit.class);
        assertThat(access.decide(a)).isInstanceOf(Decision.Deny.class);
        assertThat(access.decide(b)).isInstanceOf(Decision.Permit.class);
    }

    @Test
    void an_institution_of_the_registry_holds_what_institutions_share_with_a_quota_of_its_own() {
        folder.permissions(
                REGISTER.replace("partner: school-program", "kind: institution").replace("perDay: 5000", "perDay: 1"));
        var access = access(folder.load(), PolicyFolder.NOON);
        var a = new Question("institution-040003", PERSON, null, null, null);
        var b = new Question("institution-040004", PERSON, null, "040004", null);

        assertThat(access.decide(a))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.reach())
                                .isEqualTo(new Reach(Scope.AFFILIATED_WITH_REPRESENTED_INSTITUTION, "040003")));
        assertThat(access.decide(a))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Fault.QUOTA_EXCEEDED));
        assertThat(access.decide(b)).isInstanceOf(Decision.Permit.class);
    }

    @Test
    void an_institution_of_the_registry_represents_itself_only_and_holds_no_partners_grant() {
        folder.permissions(PolicyFolder.CARDHOLDER + REGISTER.replace("partner: school-program", "kind: institution"));

        for (var question : List.of(
                new Question("institution-040003", PERSON, null, "040004", null),
                new Question("institution-040003", PERSON, null, null, "040004"))) {
            assertRefused(question, Fault.REPRESENTATION_REFUSED, "school.person");
        }
        assertRefused(new Question("institution-040003", CARDHOLDER, null, null, "040003"), Fault.NOT_PERMITTED, null);
        assertRefused(new Question("institution-x40003", PERSON, null, null, null), Fault.NOT_PERMITTED, null);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller's mistake would hand in
    void a_decision_that_fails_is_a_denial() {
        assertRefused(null, Fault.INTERNAL, null);
        assertRefused(new Question(null, CARDHOLDER, null, null, null), Fault.INTERNAL, null);
    }

    private static String grant(String id, String operation, String purpose) {
        return PolicyFolder.CARDHOLDER
                .replace("cards.holder", id)
                .replace(CARDHOLDER, operation)
                .replace("issue-card", purpose);
    }

    private static Question asked(String operation, @Nullable String purpose, @Nullable String institution) {
        return new Question("card-office", operation, purpose, null, institution);
    }

    private static Question represented(@Nullable String represented, @Nullable String named) {
        return new Question("school-program", PERSON, null, represented, named);
    }

    private Decision decide(Question question) {
        return access(folder.load(), PolicyFolder.NOON).decide(question);
    }

    private void assertRefused(Question question, Fault reason, @Nullable String grant) {
        assertThat(decide(question)).isInstanceOfSatisfying(Decision.Deny.class, deny -> {
            assertThat(deny.reason()).isEqualTo(reason);
            assertThat(deny.grant()).isEqualTo(grant);
            assertThat(deny.policyVersion()).hasSize(64);
        });
    }

    private static Access access(PolicyFiles policies, Clock clock) {
        return new GrantedAccess(policies, new Today(clock, ZoneId.of("Europe/Budapest")), () -> 0);
    }
}
