package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.registry.InstitutionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanonicalFormTest {
    private static final InstitutionCode SCHOOL = new InstitutionCode("040003");
    private static final Form FORM = new Form(Purpose.REGISTRATION, Role.STUDENT, Mode.INTERNET);

    /** The page's vectors: each a canonical form in a block, and beneath it its hash. */
    @Test
    void the_vectors_of_the_published_page_hold() throws Exception {
        var page = Files.readString(Path.of("docs/canonical-form.md"));
        var vectors = Pattern.compile("```json\n(.*?)\n```\n\nSHA-256: `([0-9a-f]{64})`", Pattern.DOTALL)
                .matcher(page);

        int found = 0;
        while (vectors.find()) {
            found++;
            var text = vectors.group(1);
            assertThat(sha256(text)).isEqualTo(vectors.group(2));
            assertThat(new JsonCanonicalizer(text).getEncodedString()).isEqualTo(text);
            assertThat(rewritten(text)).isEqualTo(text);
        }
        assertThat(found).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_entry_by_entry_is_what_rfc_8785_makes_of_the_whole(Mode mode) throws IOException {
        var form = new Form(Purpose.REGISTRATION, Role.STAFF, mode);

        var text = text(form, mode == Mode.OFFLINE, List.of(TestEntries.pupil(SCHOOL), TestEntries.pupil(SCHOOL)));

        assertThat(new JsonCanonicalizer(text).getEncodedString()).isEqualTo(text);
        assertThat(text)
                .endsWith("\"form\":\"" + form.code() + "\",\"institution\":\"040003\",\"mode\":\"" + Word.of(mode)
                        + "\"}");
    }

    @Test
    void the_same_characters_give_the_same_code_and_one_changed_character_another_K20() {
        var random = new Random(20);
        for (int round = 0; round < 500; round++) {
            var family = TestEntries.word(random.nextInt()) + "ő";
            var given = TestEntries.word(random.nextInt());
            var born = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(3000));
            var code = code(family, given, born);

            assertThat(code(family, given, born)).isEqualTo(code);
            assertThat(code(Normalizer.normalize(family, Normalizer.Form.NFD), given, born))
                    .as("composed or decomposed, a character is the same")
                    .isEqualTo(code);
            assertThat(code(changed(family, random), given, born)).isNotEqualTo(code);
            assertThat(code(family, changed(given, random), born)).isNotEqualTo(code);
            assertThat(code(family, given, born.plusDays(1))).isNotEqualTo(code);
        }
    }

    @Test
    void all_or_nothing_is_signed_and_what_came_before_it_was_is_written_as_it_was() {
        var entry = EntryJson.write(TestEntries.pupil(SCHOOL));
        var codes = Stream.of(
                        submission(FORM, true, 2),
                        submission(FORM, false, 2),
                        submission(FORM, true, 1),
                        submission(FORM, false, 1))
                .map(submission -> {
                    var hash = CanonicalForm.Hash.of(submission);
                    hash.add(entry);
                    return hash.hex();
                })
                .toList();

        assertThat(codes.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(codes.get(2)).isEqualTo(codes.get(3));
    }

    @Test
    void an_entry_is_read_back_as_it_was_written() {
        var entry = TestEntries.pupil(SCHOOL);

        var back = (Entry.Registration) EntryReader.read(FORM, SCHOOL, EntryJson.write(entry));

        assertThat(back.person()).isEqualTo(entry.person());
        assertThat(back.affiliation().weeklyHours())
                .isEqualByComparingTo(entry.affiliation().weeklyHours());
        assertThat(EntryJson.write(back)).isEqualTo(EntryJson.write(entry));
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String code(String family, String given, LocalDate born) {
        var hash = new CanonicalForm.Hash(FORM, SCHOOL, false);
        hash.add(EntryJson.write(TestEntries.pupil(SCHOOL, family, given, born)));
        return hash.hex();
    }

    private static String rewritten(String text) {
        var json = tools.jackson.databind.json.JsonMapper.shared().readTree(text);
        var form = Form.ofCode(json.get("form").asString());
        var institution = new InstitutionCode(json.get("institution").asString());
        return text(
                form,
                json.get("allOrNothing").asBoolean(),
                json.get("entries")
                        .valueStream()
                        .map(entry -> EntryReader.read(form, institution, entry.toString()))
                        .toList());
    }

    private static String text(Form form, boolean allOrNothing, List<? extends Entry> entries) {
        var bytes = new ByteArrayOutputStream();
        var canonical = CanonicalForm.begin(submission(form, allOrNothing, CanonicalForm.EDITION), bytes);
        entries.forEach(entry -> canonical.add(EntryJson.write(entry)));
        canonical.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Submission submission(Form form, boolean allOrNothing, int edition) {
        return new Submission(
                "2026-00000017",
                SCHOOL,
                form,
                allOrNothing,
                State.RECEIVED,
                Instant.EPOCH,
                "",
                Instant.EPOCH,
                1,
                0,
                edition,
                "");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
