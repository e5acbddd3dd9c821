package dev.kapu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.fault.FaultTexts;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "hu", "tr"})
    void where_the_hub_itself_fails_people_are_not_told_what_a_program_should_send(String tag) {
        var language = Locale.forLanguageTag(tag);

        var said = Arrays.stream(Fault.values())
                .filter(fault -> fault.category() == Fault.Category.SERVER)
                .map(fault -> new Refused(new FaultException(fault)).remedy(language))
                .distinct();

        assertThat(said).singleElement().isNotEqualTo(FaultTexts.remedy(Fault.NOT_RECORDED, language));
    }

    @Test
    void what_was_typed_wrong_is_said_without_schema_and_namespace() {
        var refused = new Refused(new FaultException(Fault.INVALID, "siteSerial, line 3, column 7"));

        assertThat(refused.text(Locale.ENGLISH)).contains("(Site serial)").doesNotContain("service description");
        assertThat(refused.remedy(Locale.ENGLISH)).contains("11 digits").doesNotContain("schema", "namespaces");
    }

    @Test
    void days_are_written_as_in_the_language_and_no_element_is_named() {
        var refused =
                new Refused(new FaultException(Fault.AFFILIATION_DATE_INVALID, "endDate: startDate – 2026-11-27"));

        assertThat(refused.field()).isEqualTo("endDate");
        assertThat(refused.text(Locale.forLanguageTag("hu")))
                .contains("(Utolsó nap: Jogviszony kezdete – 2026. 11. 27.)");
        assertThat(refused.text(Locale.ENGLISH)).contains("27 Nov 2026").doesNotContain("startDate", "endDate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corrects",
                "corrects, line 1, column 431",
                "corrects/startDate, line 1, column 431; expected: type"
            })
    void half_a_correction_is_said_as_such(String where) {
        var refused = new Refused(new FaultException(Fault.INVALID, where));

        assertThat(refused.field()).isEqualTo("corrects");
        assertThat(refused.text(Locale.ENGLISH)).contains("one half is missing").doesNotContain("corrects");
        assertThat(refused.remedy(Locale.ENGLISH)).contains("both fields");
    }

    @Test
    void what_the_registry_has_against_it_is_said_as_the_catalogue_does() {
        var refused = new Refused(new FaultException(Fault.GRADE_INVALID, "grade"));

        assertThat(refused.text(Locale.ENGLISH)).isEqualTo("This is no grade (Grade).");
        assertThat(refused.remedy(Locale.ENGLISH)).isEqualTo(FaultTexts.remedy(Fault.GRADE_INVALID, Locale.ENGLISH));
    }
}
