package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kapu.audit.DisclosureRecord;
import dev.kapu.contract.exams.DocumentKind;
import dev.kapu.contract.exams.ExamLevel;
import dev.kapu.contract.exams.ExamType;
import dev.kapu.contract.highereducationregistry.AcademicRoleKind;
import dev.kapu.contract.institution.InstitutionKind;
import dev.kapu.contract.personregistry.GetSubjectFileResponse;
import dev.kapu.contract.staff.DifferenceKind;
import dev.kapu.contract.staff.MessageKind;
import dev.kapu.contract.staff.MessageState;
import dev.kapu.contract.submission.Reason;
import dev.kapu.fault.FaultTexts;
import dev.kapu.fault.Texts;
import dev.kapu.portal.HeldFile.Fact;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.history.HistoryEntry;
import dev.kapu.registry.registration.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** K27: whoever asks what is held reads it in their language; no word of the contract is left. */
class HeldWordsTest {
    /** As they stand in the records of exams, higher education, the personnel module and statistics, and in histories. */
    private static final List<String> NAMES = List.of("""
            session examType registeredName withdrawnAt withdrawnBy documentNumber documentKind issuedOn documentVersion valid
            decisionReference correctionReason result.matematika admissionRound role startDate endDate messageNumber kind
            validFrom type siteSerial weeklyHours post state reason difference fields term institutionKind sex entryYear grade
            outcome past survivor retired review decision validatedOn changedOn qualification affiliation.siteSerial
            affiliation.2.institutionCode stay.settlement""".split("\\s+"));

    @Test
    void every_part_and_every_element_of_a_file_has_a_word_in_every_language() {
        var sections = ContractElements.sections(GetSubjectFileResponse.class);
        sections.remove("disclosurePage");
        assertThat(sections).hasSizeGreaterThan(5);

        sections.forEach((section, elements) -> assertInEveryLanguage(language -> {
            assertThat(new Texts("institution").find(language, "portal.subject-file.section." + section))
                    .as(section)
                    .isPresent();
            assertThat(elements).isNotEmpty();
            assertThat(elements.keySet())
                    .allSatisfy(element -> assertThat(words(language).word(element))
                            .as(language + " " + element)
                            .isPresent());
        }));
    }

    @Test
    void every_value_of_a_list_of_the_contract_has_one() {
        ContractElements.sections(GetSubjectFileResponse.class)
                .forEach((section, elements) -> elements.forEach((element, type) -> {
                    if (type.isEnum()) {
                        assertKnown(section, element, ContractElements.values(type));
                    }
                }));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("history", "kind", words(HistoryEntry.Kind.values())),
                arguments("history", "reason", ContractElements.values(Reason.class)),
                arguments("history", "decision", words(Review.State.values())),
                arguments("review", "state", words(Review.State.values())),
                arguments("disclosure", "outcome", words(DisclosureRecord.Outcome.values())),
                arguments("source", "outcome", ContractElements.values(dev.kapu.contract.submission.Outcome.class)),
                arguments(
                        "furtherRecord",
                        "outcome",
                        ContractElements.values(dev.kapu.contract.statistics.Outcome.class)),
                arguments("furtherRecord", "institutionKind", ContractElements.values(InstitutionKind.class)),
                arguments("furtherRecord", "examType", ContractElements.values(ExamType.class)),
                arguments("furtherRecord", "documentKind", ContractElements.values(DocumentKind.class)),
                arguments("furtherRecord", "level", ContractElements.values(ExamLevel.class)),
                arguments("furtherRecord", "role", ContractElements.values(AcademicRoleKind.class)),
                arguments("furtherRecord", "kind", ContractElements.values(MessageKind.class)),
                arguments("furtherRecord", "state", ContractElements.values(MessageState.class)),
                arguments("furtherRecord", "difference", ContractElements.values(DifferenceKind.class)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void every_word_that_others_keep_in_it_has_one(String section, String field, List<String> values) {
        assertThat(values).isNotEmpty();
        assertKnown(section, field, values);
    }

    @ParameterizedTest
    @CsvSource({
        "config/permissions.yaml, '(?m)^ +purpose: ([a-z-]+)$', purpose",
        "config/partners.yaml, '(?m)^- name: ([a-z-]+)$', partner"
    })
    void every_purpose_and_every_partner_of_the_policy_has_one(String file, String entry, String field)
            throws IOException {
        var named = Pattern.compile(entry)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(5);
        assertKnown("disclosure", field, named);
    }

    @Test
    void every_name_of_a_datum_has_one() {
        assertInEveryLanguage(language -> assertThat(NAMES)
                .allSatisfy(name -> assertThat(words(language).word(name))
                        .as(language + " " + name)
                        .isPresent()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hu; startDate; 2025-09-01; 2025. 09. 01.",
                "tr; startDate; 2025-09-01; 01.09.2025",
                "en; at; 2026-11-27T08:27:41.927Z; 27 Nov 2026 09:27",
                "hu; weeklyHours; 32.00; 32",
                "hu; weeklyHours; 22.50; 22,5",
                "en; weeklyHours; 22.50; 22.5",
                "hu; because; mert 2025-09-01 óta; mert 2025. 09. 01. óta",
                "hu; citizenship; HU; Magyarország",
                "tr; residence.country; TR; Türkiye",
                "hu; responsible; true; igen",
                "hu; partner; institution-027102; az intézmény oldalai (027102)",
                "hu; fields; post, weeklyHours; Munkakör, Heti óraszám",
                "hu; result.matematika; intermediate, 4, 71%; középszint, 4, 71%",
                "en; name.family; Nagy; Nagy",
                "en; startDate; 2025-02-31; 2025-02-31"
            })
    void days_numbers_and_names_are_written_as_in_the_language(
            String language, String field, String held, String said) {
        assertThat(words(Locale.forLanguageTag(language)).said("any", new Fact(field, null, List.of(held))))
                .isEqualTo(said);
    }

    @Test
    void several_values_have_one_comma_and_a_change_says_what_was_before() {
        var fields = new Fact("disclosedField", null, List.of("educationId", "responsible"));
        var change = new Fact("endDate", "2026-01-31", List.of());

        assertThat(words(Locale.ENGLISH).said("disclosure", fields)).isEqualTo("Education ID, Answers for the data");
        assertThat(words(Locale.ENGLISH).said("history", change)).isEqualTo("31 Jan 2026 → –");
    }

    @Test
    void one_word_may_mean_another_thing_elsewhere() {
        var repeated = new Fact("outcome", null, List.of("repeated"));

        assertThat(words(Locale.ENGLISH).said("disclosure", repeated)).isEqualTo("answered again");
        assertThat(words(Locale.ENGLISH).said("furtherRecord", repeated)).isEqualTo("repeats the grade");
    }

    private static void assertInEveryLanguage(Consumer<Locale> check) {
        FaultTexts.LANGUAGES.forEach(check);
    }

    private static void assertKnown(String section, String field, List<String> values) {
        assertInEveryLanguage(language -> assertThat(values)
                .allSatisfy(value -> assertThat(words(language).word(section, field, value))
                        .as(language + " " + field + " " + value)
                        .isPresent()));
    }

    private static HeldWords words(Locale language) {
        return new HeldWords(language, TestRegistry.ZONE);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
