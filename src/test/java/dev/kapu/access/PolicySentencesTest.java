package dev.kapu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads who has written a policy file wrongly. */
class PolicySentencesTest {
    @TempDir
    private Path directory;

    private PolicyFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new PolicyFolder(directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            purpose: issue-card     | porpose: issue-card     | 4 | 3  | unknown key 'porpose' in a grant; known: id, partner,
            purpose: issue-card     | purpose:                | 1 | 3  | 'purpose' is missing in this grant
            purpose: issue-card     | purpose: ''             | 4 | 12 | 'purpose' is empty
            purpose: issue-card     | purpose: [issue-card]   | 4 | 12 | 'purpose' is one text here
            purpose: issue-card     | id: again               | 4 | 3  | 'id' stands here twice
            partner: card-office    | partner: nobody         | 2 | 12 | there is no partner 'nobody'
            partner: card-office    | kind: system            | 2 | 9  | only the kind institution shares grants
            partner: card-office    | quota:                  | 1 | 7  | a grant names either a partner or the kind institution
            [IdCards/getCardholder] | [getCardholder]         | 3 | 16 | 'getCardholder' is no operation; write it like
            [IdCards/getCardholder] | []                      | 3 | 15 | a grant without an operation grants nothing
            [IdCards/getCardholder] | IdCards/getCardholder   | 3 | 15 | 'operations' is a list
            [educationId, name]     | [name, name]            | 7 | 18 | 'name' stands in 'fields' twice
            from: 2026-09-01        | from: 2026-9-1          | 8 | 18 | '2026-9-1' is not a date; write it like 2026-09-01
            until: 2027-08-31       | until: 2025-08-31       | 8 | 10 | ends (2025-08-31) before it begins (2026-09-01)
            perSecond: 1000         | perSecond: 0            | 9 | 23 | '0' is not a whole number from 1 to 1000000
            perSecond: 1000         | perSecond: many         | 9 | 23 | 'many' is not a whole number
            perDay: 5000            | perHour: 5000           | 9 | 29 | unknown key 'perHour' in a 'quota'; known: perSecond, perDay
            named-institution       | named-institutions      | 6 | 13 | unknown scope 'affiliated-with-named-institutions'; known:
            { from                  | {{ from                 | 9 | 3  | is not YAML: expected ',' or '}'
            """)
    void in_permissions(String right, String wrong, int line, int column, String sentence) {
        folder.permissions(PolicyFolder.CARDHOLDER.replace(right, wrong));

        assertSaid("config/permissions.yaml", line, column, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: card-office       | name: Card Office       | 1 | 9  | 'Card Office' is no partner name
            name: card-office       | name: card-           | 1 | 9  | 'card-' is no partner name: small letters, digits and hyphens between them
            name: card-office       | name: school-program    | 5 | 9  | there is already a partner 'school-program'
            name: card-office       | name: institution-040003 | 1 | 9  | 'institution-040003' is the name of an institution, which proves itself by its own secret
            kind: system            | kind: systems           | 3 | 9  | unknown kind 'systems'; known: system, office, institution
            ["040003", 040004]      | [40003]                 | 9 | 16 | '40003' is no institution code of six digits
            ["040003", 040004]      | everybody               | 9 | 15 | 'represents' is the word all, or a list
            ["040003", 040004]      | {}                      | 9 | 15 | 'represents' is a list
            represents:             | secrets: [sha256: 12] # | 9 | 21 | a SHA-256 is 64 hexadecimal digits
            represents:             | secrets: [{}] #         | 9 | 13 | a secret says exactly one thing
            represents:             | secrets: [md5: 12] #    | 9 | 13 | unknown key 'md5' in a secret; known: sha256, file
            represents:             | secrets: [file: none] # | 9 | 19 | there is no file
            represents:             | certificates: [subject: nobody] # | 9 | 27 | 'nobody' is no distinguished name
            """)
    void in_partners(String right, String wrong, int line, int column, String sentence) {
        folder.partners(PolicyFolder.PARTNERS.replace(right, wrong));

        assertSaid("config/partners.yaml", line, column, sentence);
    }

    @Test
    void all_mistakes_are_said_at_once() {
        folder.partners(PolicyFolder.PARTNERS.replace("kind: system", "kind: thing"))
                .permissions(PolicyFolder.CARDHOLDER.replace("valid:", "lasts:").replace("perDay", "perYear"));

        assertThat(problems()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"purpose:, porpose:", "partner:, Partner:", "perDay:, perday:", "from:, form:", "fields:, feilds:"})
    void a_misspelt_key_is_one_mistake(String right, String wrong) {
        folder.permissions(PolicyFolder.CARDHOLDER.replace(right, wrong));

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason(Locale.ENGLISH))
                        .startsWith("unknown key '" + wrong.replace(":", "") + "'"));
    }

    @Test
    void a_key_that_resembles_none_is_missed_as_well() {
        folder.permissions(PolicyFolder.CARDHOLDER.replace("purpose:", "why:"));

        assertThat(problems()).hasSize(2);
    }

    @Test
    void two_grants_with_one_id_are_a_mistake() {
        folder.permissions(PolicyFolder.CARDHOLDER + PolicyFolder.CARDHOLDER.replace("getCardholder", "verifySite"));

        assertSaid("config/permissions.yaml", 10, 7, "there is already a grant 'cards.holder'");
    }

    @Test
    void two_grants_that_no_purpose_tells_apart_are_a_mistake() {
        folder.permissions(PolicyFolder.CARDHOLDER
                + PolicyFolder.CARDHOLDER.replace("cards.holder", "cards.more").replace("2026-09-01", "2027-08-31"));

        assertSaid(
                "config/permissions.yaml",
                12,
                16,
                "grant 'cards.holder' already covers IdCards/getCardholder for the same holder, purpose and days");
    }

    @Test
    void two_purposes_for_one_partners_events_are_a_mistake() {
        var events = PolicyFolder.CARDHOLDER.replace("IdCards/getCardholder", "events/affiliationEnded");
        folder.permissions(
                events + events.replace("cards.holder", "cards.more").replace("issue-card", "end-entitlement"));

        assertSaid(
                "config/permissions.yaml",
                12,
                16,
                "grant 'cards.holder' already covers events/affiliationEnded for another purpose,"
                        + " and an event has no header to choose by");
    }

    @Test
    void a_grant_may_follow_another_on_the_next_day() {
        folder.permissions(PolicyFolder.CARDHOLDER
                + PolicyFolder.CARDHOLDER
                        .replace("cards.holder", "cards.later")
                        .replace("from: 2026-09-01, until: 2027-08-31", "from: 2027-09-01, until: 2028-08-31"));

        assertThat(folder.load().grants()).hasSize(2);
    }

    @Test
    void one_secret_for_two_partners_is_a_mistake() {
        var secret = "  secrets: [sha256: %s]\n".formatted("ab".repeat(32));
        folder.partners(PolicyFolder.PARTNERS.replace("- name: school", secret + "- name: school") + secret);

        assertSaid("config/partners.yaml", 11, 21, "this credential is already that of 'card-office'");
    }

    @Test
    void an_empty_file_is_a_mistake_and_an_empty_list_is_none() {
        folder.permissions("# nothing here\n");
        assertSaid("config/permissions.yaml", 0, 0, "is empty; if nothing is meant, write []");

        folder.permissions("[]");
        assertThat(folder.load().grants()).isEmpty();
    }

    @Test
    void a_file_that_is_no_list_is_a_mistake() {
        folder.permissions("id: cards.holder");

        assertSaid("config/permissions.yaml", 1, 1, "a list is expected here, each item a grant");
    }

    @Test
    void a_file_in_another_encoding_is_a_mistake() throws IOException {
        Files.write(folder.path("config/permissions.yaml"), "# Törvény".getBytes(StandardCharsets.ISO_8859_1));

        assertSaid("config/permissions.yaml", 0, 0, "is not UTF-8");
    }

    @Test
    void a_tag_that_asks_for_a_class_is_a_mistake() {
        folder.permissions(PolicyFolder.CARDHOLDER.replace("{ from", "!!javax.script.ScriptEngineManager { from"));

        assertSaid("config/permissions.yaml", 8, 10, "Global tag is not allowed");
    }

    private void assertSaid(String file, int line, int column, String sentence) {
        assertThat(problems()).anySatisfy(problem -> {
            assertThat(problem.reason(Locale.ENGLISH)).contains(sentence);
            assertThat(problem.file()).endsWith(file);
            assertThat(problem.line() + ":" + problem.column()).isEqualTo(line + ":" + column);
        });
    }

    private List<PolicyProblem> problems() {
        try {
            folder.load();
        } catch (PolicyException e) {
            return e.problems();
        }
        throw new AssertionError("the policy was taken");
    }
}
