package dev.kapu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.fault.FaultTexts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class TemplateTest {
    static final List<Locale> languages = FaultTexts.LANGUAGES;

    @ParameterizedTest
    @EnumSource(names = {"STUDENT_REGISTRATION", "STAFF_REGISTRATION"})
    void the_columns_of_a_registration_are_the_fields_that_the_schema_has(Template template) {
        var fields = new Schema().fields("sub:RegistrationEntry").keySet();

        assertThat(fields.stream().filter(field -> isNoColumn(template, field)))
                .containsExactlyInAnyOrder(
                        "reference",
                        template == Template.STUDENT_REGISTRATION ? "affiliation.post" : "affiliation.grade");
        assertThat(template.columns().stream().map(Column::field).filter(field -> !fields.contains(field)))
                .containsExactly("affiliation.institutionCode");
    }

    @Test
    void the_columns_of_an_affiliation_are_the_fields_that_the_schema_has_and_only_the_id_is_always_required_K11() {
        var fields = new Schema().fields("sub:AffiliationEntry").keySet();

        assertThat(fields.stream().filter(field -> isNoColumn(Template.STUDENT_AFFILIATION, field)))
                .containsExactly("reference", "start.post", "handOver.post");
        assertThat(fields.stream().filter(field -> isNoColumn(Template.STAFF_AFFILIATION, field)))
                .containsExactly("reference", "start.grade", "handOver.grade");
        assertThat(Template.STAFF_AFFILIATION.columns().stream()
                        .filter(Column::required)
                        .map(Column::field))
                .containsExactly("educationId");
    }

    @Test
    void the_columns_of_an_amendment_are_the_fields_that_the_schema_has_and_only_three_are_required_K12() {
        var fields = new Schema().fields("sub:AmendmentEntry").keySet();

        assertThat(fields.stream().filter(field -> isNoColumn(Template.STAFF_AMENDMENT, field)))
                .containsExactly("reference", "affiliation.grade");
        assertThat(fields.stream().filter(field -> isNoColumn(Template.STUDENT_AMENDMENT, field)))
                .containsExactly("reference", "post", "qualification");
        assertThat(Template.STUDENT_AMENDMENT.columns().stream()
                        .filter(Column::required)
                        .map(Column::field))
                .containsExactly("educationId", "reason", "changedOn");
        assertThat(column(Template.STUDENT_AMENDMENT, "reason").values()).containsExactly("move", "name", "correction");
    }

    private static boolean isNoColumn(Template template, String field) {
        return template.columns().stream().noneMatch(column -> column.field().equals(field));
    }

    @Test
    void what_the_schema_says_of_a_field_is_known_to_its_column() {
        assertThat(column("name.family"))
                .extracting(Column::kind, column -> column.type().maxLength())
                .containsExactly(Kind.TEXT, 100);
        assertThat(column("birthDate").kind()).isEqualTo(Kind.DATE);
        assertThat(column("residence.postcode").kind()).isEqualTo(Kind.CODE);
        assertThat(column("affiliation.siteSerial").type().digits()).isEqualTo(3);
        assertThat(column("sex").values()).containsExactly("female", "male");
        assertThat(column("affiliation.weeklyHours"))
                .extracting(
                        Column::kind,
                        column -> String.valueOf(column.type().numbers().max()))
                .containsExactly(Kind.NUMBER, "168");
    }

    @Test
    void students_and_staff_have_the_affiliations_of_their_role() {
        assertThat(types(Template.STUDENT_REGISTRATION))
                .containsExactly("compulsory-student", "student", "dormitory", "apprenticeship");
        assertThat(types(Template.STAFF_REGISTRATION))
                .containsExactly("main-employment", "secondary-employment", "hourly-paid");
    }

    @ParameterizedTest
    @EnumSource
    void no_heading_stands_for_two_columns_in_whatever_language(Template template) {
        var fields = new HashMap<String, String>();

        for (var language : languages) {
            for (var column : template.columns()) {
                var before = fields.put(Folding.fold(column.heading(language)), column.field());
                assertThat(before).isIn(null, column.field());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("languages")
    void every_text_is_there_and_none_is_left_over(Locale language) {
        var bundle = ResourceBundle.getBundle("workbook", language);
        var expected = Stream.of(Template.values())
                .flatMap(template -> template.columns().stream())
                .flatMap(column -> Stream.concat(
                        Stream.of("column." + column.field() + ".heading", "column." + column.field() + ".help"),
                        column.values().stream().map(value -> "value." + value)));
        var problems = Arrays.stream(Problem.values())
                .map(problem ->
                        "problem." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .flatMap(key -> Stream.of(key + ".text", key + ".remedy"));
        var rest =
                bundle.keySet().stream().filter(key -> key.matches("(sheet|help|errors|field|fault|same-person)\\..*"));

        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(expected, problems, rest)
                        .flatMap(keys -> keys)
                        .distinct()
                        .toList())
                .allSatisfy(key -> assertThat(bundle.getString(key)).isNotBlank());
    }

    private static List<String> types(Template template) {
        return column(template, "affiliation.type").values();
    }

    private static Column column(String field) {
        return column(Template.STUDENT_REGISTRATION, field);
    }

    private static Column column(Template template, String field) {
        return template.columns().stream()
                .filter(column -> column.field().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
