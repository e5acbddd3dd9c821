package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kapu.fault.Fault;
import dev.kapu.scope.Reach;
import dev.kapu.scope.Scope;
import dev.kapu.start.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy in {@code config/} says what the law and the demonstration need. */
class ShippedPolicyTest {
    private static final List<String> PARTNERS = List.of(
            "id-card-office",
            "school-program",
            "admissions",
            "exam-registry",
            "higher-education-admissions",
            "higher-education-registry",
            "funding-control",
            "statistics-office",
            "registry-office",
            "personnel-module");

    @TempDir
    private Path data;

    @BeforeEach
    void issueCredentials() throws IOException {
        for (var partner : PARTNERS) {
            Certificates.write(data.resolve("demo/" + partner + "/cert.pem"), Certificates.of("CN=" + partner));
            Files.writeString(data.resolve("demo/" + partner + "/secret"), "secret of " + partner);
        }
    }

    @Test
    void the_card_office_gets_a_cardholder_of_the_institution_it_names() { // K23
        var decision = decide("id-card-office", "IdCards/getCardholder", null, "040003");

        assertThat(decision).isInstanceOfSatisfying(Decision.Permit.class, permit -> {
            assertThat(permit.reach()).isEqualTo(new Reach(Scope.CARDHOLDERS_OF_NAMED_INSTITUTION, "040003"));
            assertThat(permit.fields())
                    .containsExactly(
                            "educationId", "name", "birthName", "motherName", "birthPlace", "birthDate", "residence");
        });
    }

    @Test
    void a_school_program_asks_for_nothing_outside_the_institution_it_represents() {
        assertThat(decide("school-program", "PersonRegistry/getPerson", "040003", null))
                .isInstanceOf(Decision.Permit.class);
        assertThat(decide("school-program", "PersonRegistry/getPerson", null, "040003"))
                .isInstanceOfSatisfying(
                        Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Fault.HEADER_MISSING));
    }

    @Test
    void funding_control_learns_nothing_about_a_person() { // K22
        assertThat(load(true).grants())
                .filteredOn(grant -> "funding-control".equals(grant.partner()))
                .flatExtracting(Grant::operations)
                .allSatisfy(operation -> assertThat(operation)
                        .matches("InstitutionMaster/.*|Subscriptions/.*|events/institutionChanged|Funding/.*"));
    }

    @Test
    void numbers_are_granted_with_nobody_in_reach() { // K22, K25
        assertThat(load(true).grants())
                .filteredOn(grant -> grant.operations().stream()
                        .anyMatch(operation -> operation.startsWith("Funding/") || operation.startsWith("Statistics/")))
                .isNotEmpty()
                .allSatisfy(grant -> {
                    assertThat(grant.subjects()).isEqualTo(Scope.NOBODY);
                    assertThat(grant.fields()).doesNotContain("educationId", "name", "birthDate");
                });
    }

    @Test
    void secrets_in_files_are_refused_where_they_are_not_allowed() {
        assertThatThrownBy(() -> load(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("config/partners.yaml, line ")
                .hasMessageContaining("'file' is for development only");
    }

    @Test
    void without_a_config_directory_the_packed_policy_is_read() {
        assertThat(load(true, data.resolve("empty")).status().version())
                .isEqualTo(load(true).status().version());
    }

    private Decision decide(
            String partner, String operation, @Nullable String represented, @Nullable String institution) {
        return new GrantedAccess(load(true), new Today(PolicyFolder.NOON, ZoneOffset.UTC), () -> 0)
                .decide(new Question(partner, operation, null, represented, institution));
    }

    private PolicyFiles load(boolean developmentSecrets) {
        return load(developmentSecrets, Path.of("").toAbsolutePath());
    }

    private PolicyFiles load(boolean developmentSecrets, Path home) {
        var loader = new PolicyLoader(
                PolicySource.of(new Home(List.of(home))),
                new DevelopmentFiles(developmentSecrets, data),
                new PolicyArchive(data.resolve("policies")),
                () -> null);
        return new PolicyFiles(loader, PolicyFolder.NOON);
    }
}
