package dev.kapu.systems.admissions;

import static dev.kapu.admissions.TestAdmissions.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.admissions.TestAdmissions;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole envelopes of schools and of the admissions centre, and what they must not learn. */
@HubTest
class AdmissionsWireTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    private TestAdmissions country;
    private InstitutionCode school;
    private InstitutionCode gymnasium;
    private InstitutionCode lyceum;
    private EducationId pupil;

    @BeforeEach
    void aPupil() {
        country = new TestAdmissions(jdbc);
        school = country.primary();
        gymnasium = country.secondary();
        lyceum = country.secondary();
        pupil = country.pupilOf(school);
    }

    @Test
    void a_sheet_is_filled_from_the_registry_with_what_is_granted_only_K24() {
        var answer = bySchool("getApplicant", person());

        assertThat(answer)
                .contains("family>Nagy Lászlóné Kovács<", "birthDate>2010-05-01<", "grade>7<")
                .doesNotContain("socialSecurityNumber", "111111110", "weeklyHours", "responsible");
        assertThat(byCentre("getApplicant", person())).contains("Client.Person.NotFound");
    }

    @Test
    void the_centre_fills_a_first_sheet_by_birth_date_and_reaches_nobody_by_it_K24() {
        var filled = byCentre("getApplicant", person() + born("2010-05-01") + procedure());

        assertThat(filled).contains("family>Nagy Lászlóné Kovács<", "grade>7<");
        assertThat(byCentre("getApplicant", person())).contains("Client.Person.NotFound");
        assertThat(byCentre("linkSheets", person())).contains("Client.Person.NotFound");
    }

    @Test
    void nor_is_it_told_of_anybody_for_whom_it_could_not_file() {
        assertThat(byCentre("getApplicant", person() + born("2010-05-02") + procedure()))
                .contains("Client.Person.NotFound");
        assertThat(byCentre("getApplicant", person() + born("2010-05-01"))).contains("Client.Message.Invalid");
        assertThat(byCentre("getApplicant", person() + procedure())).contains("Client.Message.Invalid");
        assertThat(byCentre("getApplicant", person() + born("2010-05-01") + "<procedure>over-2020</procedure>"))
                .contains("Client.Admissions.Closed");
        assertThat(bySchool("getApplicant", person() + born("2010-05-02"))).contains("Client.Person.NotFound");
    }

    @Test
    void from_the_sheet_to_the_result() {
        var number = number(bySchool("submitSheet", person() + procedure() + choices("0101")));
        assertThat(byCentre("getApplicant", person())).contains("family>Nagy Lászlóné Kovács<");

        var second = number(bySchool("changeSheet", person() + sheet(number) + choices("0909")));
        var history = byCentre("getSheetHistory", person() + procedure());
        assertThat(history)
                .contains("voidedBy>" + second + "<", "voids>" + number + "<", "studyArea>0101<", "studyArea>0909<")
                .doesNotContain("partner>");

        var published = byCentre("publishResult", person() + sheet(second) + admitted("0909"));
        assertThat(published).contains("outcome>admitted<", "publishedAt>");
        assertThat(bySchool("getSheetHistory", person() + procedure())).contains("outcome>admitted<");
        assertThat(byCentre("linkSheets", person()))
                .contains("sheetNumber>" + second + "<")
                .doesNotContain("sheetNumber>" + number + "<");
    }

    @Test
    void a_corrected_result_is_read_with_its_decision_and_the_file_has_the_earlier_one_K27() {
        var number = number(bySchool("submitSheet", person() + procedure() + choices("0101")));
        assertThat(byCentre("correctResult", person() + sheet(number) + decision() + admitted("0101")))
                .contains("Client.Admissions.NoResult");
        byCentre("publishResult", person() + sheet(number) + "<outcome>not-admitted</outcome>");

        var corrected = byCentre("correctResult", person() + sheet(number) + decision() + admitted("0101"));

        assertThat(corrected)
                .contains("outcome>admitted<", "decisionReference>FK-118/2027<", "correctionReason>appeal granted<");
        assertThat(corrected).containsPattern("earlierResult>\\s*<[^>]*outcome>not-admitted<");
        assertThat(bySchool("getSheetHistory", person() + procedure()))
                .contains("outcome>admitted<", "decisionReference>FK-118/2027<")
                .doesNotContain("earlierResult", "correctionReason", "not-admitted");
        assertThat(file()).contains("outcome>admitted<", "outcome>not-admitted<", "correctionReason>appeal granted<");
    }

    @Test
    void who_applies_no_more_is_out_of_reach_and_the_file_says_when_K27() {
        var number = number(bySchool("submitSheet", person() + procedure() + choices("0101")));

        assertThat(bySchool("withdrawSheet", person() + sheet(number))).contains("withdrawnAt>");

        assertThat(byCentre("getApplicant", person())).contains("Client.Person.NotFound");
        assertThat(listed(gymnasium, gymnasium)).doesNotContain(pupil.text());
        assertThat(file()).contains("sheetNumber>" + number + "<", "withdrawnAt>");
    }

    @Test
    void a_school_sees_who_applies_to_it_but_neither_ranks_nor_other_schools() {
        bySchool("submitSheet", person() + procedure() + choices("0101"));

        assertThat(listed(gymnasium, gymnasium))
                .contains("educationId>" + pupil.text() + "<", "studyArea>0101<", "family>Nagy Lászlóné Kovács<")
                .doesNotContain("rank", lyceum.text(), "0707", school.text());
        assertThat(listed(lyceum, lyceum)).contains(pupil.text(), "studyArea>0707<");
        assertThat(listed(country.secondary(), null)).contains("Client.Permission.RepresentationRefused");
        assertThat(listed(gymnasium, lyceum)).contains("Client.Permission.RepresentationRefused");
    }

    @Test
    void nobody_is_listed_whose_sheet_no_longer_names_the_school_or_whose_procedure_is_over() {
        var number = number(bySchool("submitSheet", person() + procedure() + choices("0101")));
        bySchool("changeSheet", person() + sheet(number) + choice(1, gymnasium, "0101"));
        assertThat(listed(lyceum, lyceum)).contains("listApplicantsResponse").doesNotContain(pupil.text());

        country.dayAfter(pupil);

        assertThat(listed(gymnasium, gymnasium))
                .contains("listApplicantsResponse")
                .doesNotContain(pupil.text());
    }

    @Test
    void a_secondary_school_does_not_reach_the_sheets_of_its_applicants() {
        bySchool("submitSheet", person() + procedure() + choices("0101"));

        for (var operation : new String[] {"getApplicant", "getSheetHistory"}) {
            var asked = person() + (operation.equals("getApplicant") ? "" : procedure());
            assertThat(ask("school-program", gymnasium, operation, asked)).contains("Client.Person.NotFound");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkSheets", "publishResult", "correctResult"})
    void what_is_the_centres_is_not_a_schools(String operation) {
        var result = (operation.equals("correctResult") ? decision() : "") + "<outcome>not-admitted</outcome>";
        var asked = operation.equals("linkSheets") ? person() : person() + sheet("2027-00000001") + result;

        assertThat(bySchool(operation, asked)).contains("Client.Permission.NotPermitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12345", "12a4"})
    void a_study_area_of_another_shape_is_named(String area) {
        assertThat(bySchool("submitSheet", person() + procedure() + choice(1, gymnasium, area)))
                .contains("Client.Message.Invalid", "studyArea")
                .doesNotContain(">" + area + "<");
    }

    @Test
    void who_applies_without_a_school_is_filed_by_the_centre_by_birth_date() {
        var alone = country.registry().person();
        var who = "<educationId>" + alone.text() + "</educationId>";

        assertThat(byCentre("submitSheet", who + "<birthDate>2010-05-02</birthDate>" + procedure() + choices("0101")))
                .contains("Client.Person.NotFound");
        assertThat(byCentre("submitSheet", who + "<birthDate>2010-05-01</birthDate>" + procedure() + choices("0101")))
                .contains("sheetNumber>", "nameOnSheet>");
    }

    @Test
    void the_file_of_a_person_has_all_versions_K27() {
        var number = number(bySchool("submitSheet", person() + procedure() + choices("0101")));
        var second = number(bySchool("changeSheet", person() + sheet(number) + choices("0909")));

        assertThat(file())
                .contains("sheetNumber>" + number + "<", "sheetNumber>" + second + "<", "partner>school-program<");
    }

    @Test
    void a_retired_id_is_answered_with_the_present_one_K1() {
        bySchool("submitSheet", person() + procedure() + choices("0101"));
        var survivor = country.registry().personAt(school, AffiliationType.COMPULSORY_STUDENT);
        country.registry().merge(pupil, survivor);

        assertThat(listed(gymnasium, gymnasium))
                .contains("educationId>" + survivor.text() + "<")
                .doesNotContain(pupil.text());
        assertThat(byCentre("getSheetHistory", person() + procedure()))
                .contains("educationId>" + survivor.text() + "<", "filedUnder>" + pupil.text() + "<");
    }

    @Test
    void unknown_and_out_of_reach_look_alike() {
        var unknown = "<educationId>" + TestRegistry.freeId().text() + "</educationId>";

        assertThat(byCentre("linkSheets", unknown)).contains("Client.Person.NotFound");
        assertThat(byCentre("linkSheets", person())).contains("Client.Person.NotFound");
    }

    private String file() {
        return new PartnerClient(port, credentials, "school-program")
                .ask(
                        "PersonRegistry",
                        PartnerClient.envelope(
                                "get-subject-file", Map.of("institution", school.text(), "person", pupil.text())))
                .body();
    }

    private String person() {
        return "<educationId>" + pupil.text() + "</educationId>";
    }

    private static String born(String day) {
        return "<birthDate>" + day + "</birthDate>";
    }

    private static String procedure() {
        return "<procedure>" + OPEN + "</procedure>";
    }

    private static String decision() {
        return "<decisionReference>FK-118/2027</decisionReference><correctionReason>appeal granted</correctionReason>";
    }

    private String admitted(String area) {
        return "<outcome>admitted</outcome><admittedTo><a:institutionCode>" + gymnasium.text()
                + "</a:institutionCode><a:studyArea>" + area + "</a:studyArea></admittedTo>";
    }

    private static String sheet(String number) {
        return "<sheetNumber>" + number + "</sheetNumber>";
    }

    private String choices(String area) {
        return choice(1, gymnasium, area) + choice(2, lyceum, "0707");
    }

    private static String choice(int rank, InstitutionCode to, String area) {
        return "<choice><a:rank>%d</a:rank><a:institutionCode>%s</a:institutionCode><a:studyArea>%s</a:studyArea></choice>"
                .formatted(rank, to.text(), area);
    }

    private static String number(String answer) {
        var number = Pattern.compile("sheetNumber>([^<]+)<").matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return number.group(1);
    }

    private String listed(InstitutionCode of, @Nullable InstitutionCode by) {
        return ask(
                "school-program",
                by == null ? school : by,
                "listApplicants",
                "<institutionCode>" + of.text() + "</institutionCode>" + procedure());
    }

    private String bySchool(String operation, String content) {
        return ask("school-program", school, operation, content);
    }

    private String byCentre(String operation, String content) {
        return ask("admissions", null, operation, content);
    }

    private String ask(String partner, @Nullable InstitutionCode represented, String operation, String content) {
        var party = represented == null
                ? ""
                : "<r:representedParty><r:partyCode>" + represented.text() + "</r:partyCode></r:representedParty>";
        var envelope = PartnerClient.envelope(
                "admissions",
                Map.of("partner", partner, "represented", party, "operation", operation, "content", content));
        return new PartnerClient(port, credentials, partner)
                .ask("Admissions", envelope)
                .body();
    }
}
