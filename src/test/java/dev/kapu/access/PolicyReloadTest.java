package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class PolicyReloadTest {
    private static final String WIDER =
            PolicyFolder.CARDHOLDER.replace("[educationId, name]", "[educationId, name, sex]");

    @TempDir
    private Path directory;

    private PolicyFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new PolicyFolder(directory);
    }

    @Test
    void a_file_renamed_over_the_old_one_is_taken() {
        var files = folder.load();

        folder.renameOver("permissions.yaml", WIDER);
        lookTwice(files);

        assertThat(files.grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.fields()).containsExactly("educationId", "name", "sex"));
        assertThat(files.status().problems()).isEmpty();
    }

    @Test
    void a_file_edited_in_place_is_taken() {
        var files = folder.load();
        var before = files.status();

        folder.partners(PolicyFolder.PARTNERS.replace("Card Office", "Office of Cards"));
        lookTwice(files);

        assertThat(files.current().partner("card-office")).get().returns("Office of Cards", Partner::title);
        assertThat(files.status().version()).isNotEqualTo(before.version());
    }

    @Test
    void a_file_that_is_still_being_written_is_left_alone() {
        var files = folder.load();

        folder.permissions(WIDER.substring(0, 40));
        files.look();
        folder.permissions(WIDER);
        files.look();

        assertThat(files.status().problems()).isEmpty();
        assertThat(files.grants().get(0).fields()).doesNotContain("sex");

        files.look();

        assertThat(files.grants().get(0).fields()).contains("sex");
    }

    @Test
    void a_bad_file_keeps_the_old_policy_and_says_what_is_wrong_where() {
        var files = folder.load();
        var before = files.status();

        folder.permissions(WIDER.replace("affiliated-with-named-institution", "everybody"));
        lookTwice(files);

        assertThat(files.status().version()).isEqualTo(before.version());
        assertThat(files.grants().get(0).fields()).doesNotContain("sex");
        assertThat(files.status().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("config/permissions.yaml");
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.column()).isEqualTo(13);
            assertThat(problem).asString().contains("line 6, column 13: unknown scope 'everybody'");
        });
    }

    @Test
    void a_deleted_file_keeps_the_old_policy() throws IOException {
        var files = folder.load();

        Files.delete(folder.path("config/permissions.yaml"));
        lookTwice(files);

        assertThat(files.grants()).hasSize(1);
        assertThat(files.status().problems())
                .singleElement()
                .asString()
                .endsWith("permissions.yaml: cannot be read: there is no such file");
    }

    @Test
    void a_directory_that_vanishes_does_not_bring_the_packed_policy_to_life() throws IOException {
        var files = folder.load();

        Files.move(folder.path("config"), folder.path("elsewhere"));
        lookTwice(files);

        assertThat(files.grants()).extracting(Grant::id).containsExactly("cards.holder");
        assertThat(files.status().problems()).hasSize(2);
    }

    @Test
    void a_bad_file_that_is_put_right_again_leaves_no_problem() {
        var files = folder.load();
        folder.permissions("- nonsense");
        lookTwice(files);

        folder.permissions(PolicyFolder.CARDHOLDER);
        lookTwice(files);

        assertThat(files.status().problems()).isEmpty();
    }

    @Test
    void a_policy_that_cannot_be_kept_is_not_taken() throws IOException {
        var files = folder.load();
        var policies = folder.path("data/policies");
        Files.move(policies, folder.path("data/moved"));
        Files.writeString(policies, "no directory");

        folder.permissions(WIDER);
        lookTwice(files);

        assertThat(files.grants().get(0).fields()).doesNotContain("sex");
        assertThat(files.status().problems()).singleElement().asString().contains("cannot be kept");
    }

    @Test
    void every_version_is_kept_by_its_hash() throws IOException {
        var files = folder.load();
        var first = files.status().version();

        folder.permissions(WIDER);
        lookTwice(files);
        var second = files.status().version();

        assertThat(folder.path("data/policies")).isDirectoryContaining(kept -> kept.endsWith(first));
        assertThat(folder.path("data/policies/" + first + "/permissions.yaml")).hasContent(PolicyFolder.CARDHOLDER);
        assertThat(folder.path("data/policies/" + second + "/permissions.yaml")).hasContent(WIDER);
        assertThat(folder.path("data/policies/" + second + "/partners.yaml")).hasContent(PolicyFolder.PARTNERS);
        try (var kept = Files.list(folder.path("data/policies"))) {
            assertThat(kept).hasSize(2);
        }
    }

    @Test
    void a_grant_for_what_is_not_offered_stops_the_start() {
        folder.offered.set(new Offer(Set.of("IdCards/getCardholder"), Set.of("educationId"), true));
        var watch = new PolicyWatch(folder.load(), Duration.ofSeconds(1));

        assertThatThrownBy(watch::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(
                        "line 7, column 25: there is no field 'name' in the answer of IdCards/getCardholder");
    }

    @Test
    void a_start_that_is_stopped_says_the_sentences_and_no_stack_trace() {
        folder.permissions("- nonsense");

        var failure = catchThrowable(folder::load);

        assertThat(new PolicyFailureAnalyzer().analyze(new IllegalStateException("no bean", failure)))
                .extracting(FailureAnalysis::getDescription, InstanceOfAssertFactories.STRING)
                .contains("permissions.yaml, line 1, column 3: a grant is expected here");
    }

    @Test
    void a_grant_for_what_is_not_offered_keeps_the_old_policy() {
        folder.offered.set(new Offer(Set.of("IdCards/getCardholder"), Set.of("educationId", "name"), true));
        var files = folder.load();
        files.checkAgainstOffered();

        folder.permissions(WIDER);
        lookTwice(files);

        assertThat(files.grants().get(0).fields()).doesNotContain("sex");
        assertThat(files.status().problems()).singleElement().asString().contains("no field 'sex'");
    }

    @Test
    void a_grant_for_events_that_no_route_delivers_keeps_the_old_policy() {
        folder.offered.set(new Offer(
                Set.of("IdCards/getCardholder", "events/affiliationEnded"),
                Set.of("eventId", "educationId", "name"),
                true));
        var files = folder.load();
        files.checkAgainstOffered();

        folder.permissions(PolicyFolder.CARDHOLDER
                .replace("[IdCards/getCardholder]", "[IdCards/getCardholder, events/affiliationEnded]")
                .replace("[educationId, name]", "[eventId, educationId, name]"));
        lookTwice(files);

        assertThat(files.holders("events/affiliationEnded")).isEmpty();
        assertThat(files.status().problems())
                .singleElement()
                .asString()
                .contains("no route leads from kapu:events/card-office to its queue");
    }

    @Test
    void the_watch_takes_a_change_by_itself() {
        var files = folder.load();
        var watch = new PolicyWatch(files, Duration.ofMillis(5));
        watch.afterSingletonsInstantiated();

        folder.renameOver("permissions.yaml", WIDER);

        await().untilAsserted(() -> assertThat(files.grants().get(0).fields()).contains("sex"));
        watch.destroy();
    }

    @Test
    void decisions_go_on_while_the_policy_changes_each_by_one_whole_policy() throws Exception {
        var files = folder.load();
        var access = new GrantedAccess(files, new Today(PolicyFolder.NOON, ZoneOffset.UTC), System::nanoTime);
        var question = new Question("card-office", "IdCards/getCardholder", null, null, "040003");
        var fieldsOfVersion = new ConcurrentHashMap<String, Set<String>>();
        var done = new AtomicBoolean();
        var decider = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                if (access.decide(question) instanceof Decision.Permit permit) {
                    var before = fieldsOfVersion.putIfAbsent(permit.policyVersion(), permit.fields());
                    assertThat(permit.fields()).isEqualTo(before == null ? permit.fields() : before);
                }
            }
        });

        for (int i = 0; i < 50; i++) {
            folder.renameOver(
                    "permissions.yaml",
                    (i % 2 == 0 ? WIDER : PolicyFolder.CARDHOLDER)
                                    .replace("1000,", "1000000,")
                                    .replace("5000", "5000000000")
                            + "# " + i);
            lookTwice(files);
        }
        done.set(true);

        decider.get();
        assertThat(fieldsOfVersion).isNotEmpty();
    }

    private static void lookTwice(PolicyFiles files) {
        files.look();
        files.look();
    }

    private record Offer(Set<String> operations, Set<String> names, boolean institution) implements Offered {
        @Override
        public Set<String> fields(String operation) {
            return names;
        }

        @Override
        public boolean namesInstitution(String operation) {
            return institution;
        }

        @Override
        public boolean deliversTo(String partner) {
            return false;
        }
    }
}
