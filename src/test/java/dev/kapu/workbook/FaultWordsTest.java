package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What to do, as it is said to a secretary and not to a program. */
class FaultWordsTest {
    static final List<Locale> languages = FaultTexts.LANGUAGES;

    private static final Pattern OF_FORMS = Pattern.compile(
            "Client\\.(Person|Affiliation|Submission|Workbook)\\..*|Client\\.Institution\\.SiteNotFound");

    /** Elements and operations, such as {@code endDate}. */
    private static final Pattern OF_PROGRAMS = Pattern.compile("\\b[a-z]+[A-Z]|\\bcorrects\\b");

    @ParameterizedTest
    @FieldSource("languages")
    void no_remedy_of_a_form_names_an_element_or_an_operation(Locale language) {
        var faults = Arrays.stream(Fault.values())
                .filter(fault -> OF_FORMS.matcher(fault.code()).matches())
                .toList();

        assertThat(faults).hasSizeGreaterThan(30);
        assertThat(faults)
                .allSatisfy(fault -> assertThat(FaultWords.remedy(fault, language))
                        .as(fault.code())
                        .doesNotContainPattern(OF_PROGRAMS)
                        .endsWith(".")
                        .hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void all_languages_have_all_words_and_only_of_faults_that_there_are() {
        var codes = Arrays.stream(Fault.values()).map(Fault::code).collect(Collectors.toSet());
        var english = new TreeSet<>(bundle(Locale.ENGLISH).keySet());

        for (var language : FaultTexts.LANGUAGES) {
            assertThat(new TreeSet<>(bundle(language).keySet())).isEqualTo(english);
        }
        assertThat(english.stream()
                        .filter(key -> key.startsWith("fault."))
                        .map(key -> key.replaceAll("^fault\\.|\\.remedy$", "")))
                .isNotEmpty()
                .isSubsetOf(codes);
    }

    @Test
    void what_has_no_words_of_its_own_is_said_as_the_catalogue_does() {
        assertThat(FaultWords.remedy(Fault.GRADE_INVALID, Locale.ENGLISH))
                .isEqualTo(FaultTexts.remedy(Fault.GRADE_INVALID, Locale.ENGLISH));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("workbook", language);
    }
}
