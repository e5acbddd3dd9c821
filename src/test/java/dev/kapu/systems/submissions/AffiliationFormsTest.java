package dev.kapu.systems.submissions;

import static dev.kapu.registry.TestRegistry.TODAY;
import static dev.kapu.systems.submissions.SubmittingSchool.all;
import static dev.kapu.systems.submissions.SubmittingSchool.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.PartnerClient;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.affiliation.AffiliationType;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts, ends and hand-overs as forms over HTTP (K11, K19: KIR-T-31 to 33, KIR-P-71 to 73). */
@HubTest
class AffiliationFormsTest {
    private static final LocalDate BORN = LocalDate.of(2010, 5, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private JdbcClient jdbc;

    private TestRegistry registry;
    private InstitutionCode primary;
    private InstitutionCode dormitory;
    private EducationId pupil;
    private SubmittingSchool office;

    @BeforeEach
    void pupil() {
        registry = new TestRegistry(jdbc);
        primary = registry.institution();
        dormitory = registry.institution();
        pupil = registry.personAt(primary, AffiliationType.COMPULSORY_STUDENT);
        office = SubmittingSchool.office(port, credentials);
    }

    @Test
    void a_start_takes_effect_when_it_is_authenticated_and_accepted_and_counts_from_its_receipt_K13() {
        var answer = ask(dormitory, "submitAffiliations", "student", start(pupil, BORN, "dormitory"));
        var number = first(answer, "submissionNumber");
        assertThat(first(answer, "formCode")).isEqualTo("KIR-T-31");
        assertThat(all(answer, "state")).containsExactly("received");
        assertThat(all(answer, "outcome")).containsExactly("pending");
        assertThat(held(dormitory)).isZero();

        assertThat(accepted(answer)).isEqualTo("accepted");

        assertThat(all(school(dormitory).about("getStatus", number), "outcome")).containsExactly("recorded");
        assertThat(held(dormitory)).isOne();
        assertThat(reported("reported_at", dormitory)).isEqualTo(received(number));
        assertThat(registry.responsible(pupil)).isEqualTo(primary.text());
    }

    @Test
    void an_end_and_a_hand_over_take_effect_the_same_way_K11() {
        var secondary = registry.institution();
        var ended = ask(
                primary,
                "submitAffiliations",
                "student",
                "<entry><s:educationId>%s</s:educationId><s:end><s:type>compulsory-student</s:type><s:endDate>%s</s:endDate></s:end></entry>"
                        .formatted(pupil.text(), TODAY));
        var other = registry.personAt(primary, AffiliationType.COMPULSORY_STUDENT);
        var moved = ask(primary, "submitAffiliations", "student", handOver(other, secondary));

        assertThat(accepted(ended)).isEqualTo("accepted");
        assertThat(accepted(moved)).isEqualTo("accepted");

        assertThat(registry.responsible(pupil)).isNull();
        assertThat(registry.responsible(other)).isEqualTo(secondary.text());
        assertThat(reported("end_reported_at", primary)).isEqualTo(received(first(ended, "submissionNumber")));
    }

    @Test
    void an_unknown_id_and_a_wrong_date_of_birth_are_told_at_once_and_alike() {
        var unknown =
                ask(dormitory, "validateAffiliations", "student", start(TestRegistry.freeId(), BORN, "dormitory"));
        var mistaken = ask(dormitory, "validateAffiliations", "student", start(pupil, BORN.plusDays(1), "dormitory"));

        for (var answer : new String[] {unknown, mistaken}) {
            assertThat(all(answer, "outcome")).containsExactly("refused");
            assertThat(all(answer, "field")).containsExactly("educationId");
            assertThat(all(answer, "code")).containsExactly("Client.Person.NotFound");
        }
    }

    @Test
    void what_acceptance_would_refuse_is_told_before_anybody_signs() {
        var held = ask(dormitory, "validateAffiliations", "student", start(pupil, BORN, "compulsory-student"));
        var role = ask(dormitory, "validateAffiliations", "staff", start(pupil, BORN, "dormitory"));
        var strangers = ask(dormitory, "submitAffiliations", "student", handOver(pupil, primary));
        var good = ask(dormitory, "validateAffiliations", "student", start(pupil, BORN, "dormitory"));

        assertThat(all(held, "code")).containsExactly("Client.Affiliation.HeldElsewhere");
        assertThat(all(role, "code")).containsExactly("Client.Submission.RoleMismatch");
        assertThat(all(role, "field")).containsExactly("start.type");
        assertThat(first(strangers, "state")).isEqualTo("refused");
        assertThat(all(strangers, "code")).containsExactly("Client.Person.NotFound");
        assertThat(all(good, "outcome")).containsExactly("pending");
    }

    @Test
    void what_has_changed_since_it_was_sent_is_refused_at_acceptance() {
        var answer = ask(dormitory, "submitAffiliations", "student", start(pupil, BORN, "dormitory"));
        registry.affiliate(pupil, dormitory, AffiliationType.DORMITORY, TestRegistry.START, null, 5);

        assertThat(accepted(answer)).isEqualTo("refused");

        var status = school(dormitory).about("getStatus", first(answer, "submissionNumber"));
        assertThat(all(status, "code")).containsExactly("Client.Affiliation.Overlaps");
    }

    @Test
    void one_wrong_check_digit_is_a_finding_of_its_entry() {
        var wrong = start(pupil, BORN, "dormitory").replace(pupil.text(), misspelt(pupil));

        var answer = ask(dormitory, "submitAffiliations", "student", start(pupil, BORN, "dormitory") + wrong);

        assertThat(all(answer, "outcome")).containsExactly("pending", "refused");
        assertThat(all(answer, "code")).containsExactly("Client.Person.EducationIdInvalid");
        assertThat(accepted(answer)).isEqualTo("accepted");
    }

    @Test
    void the_sheet_of_a_program_shows_all_data_in_words_of_its_language_and_that_of_the_internet_none_K20()
            throws Exception {
        var offline = ask(
                dormitory, "submitAffiliations", "student", "<mode>offline</mode>", start(pupil, BORN, "dormitory"));
        var staff = registry.personAt(primary, AffiliationType.MAIN_EMPLOYMENT);
        var internet = ask(dormitory, "submitAffiliations", "staff", start(staff, BORN, "hourly-paid"));

        assertThat(first(offline, "formCode")).isEqualTo("KIR-T-32");
        assertThat(sheet(offline))
                .contains("KIR-T-32", pupil.text(), "2010-05-01", "kollégiumi tagsági viszony", "jogviszony kezdete")
                .doesNotContain("dormitory");
        assertThat(first(internet, "formCode")).isEqualTo("KIR-P-71");
        assertThat(sheet(internet)).contains("KIR-P-71").doesNotContain(staff.text());
    }

    @Test
    void nobody_hands_over_to_an_institution_that_they_do_not_represent() {
        var client = new PartnerClient(port, credentials, "id-card-office");

        var answer = new SubmittingSchool(client, primary.text())
                .affiliations("submitAffiliations", body("student", "", handOver(pupil, dormitory)));

        assertThat(answer).contains("Client.Permission.");
        assertThat(registry.responsible(pupil)).isEqualTo(primary.text());
    }

    private String ask(InstitutionCode by, String operation, String role, String entries) {
        return ask(by, operation, role, "", entries);
    }

    private String ask(InstitutionCode by, String operation, String role, String options, String entries) {
        return school(by).affiliations(operation, body(by, role, options, entries));
    }

    private String body(String role, String options, String entries) {
        return body(primary, role, options, entries);
    }

    private static String body(InstitutionCode by, String role, String options, String entries) {
        return "<institutionCode>" + by.text() + "</institutionCode><role>" + role + "</role>" + options + entries;
    }

    private SubmittingSchool school(InstitutionCode code) {
        return SubmittingSchool.of(port, credentials, code);
    }

    private String accepted(String answer) {
        office.submissions("confirmAuthentication", TestForms.barcode(first(answer, "barcode")));
        return first(office.about("accept", first(answer, "submissionNumber")), "state");
    }

    private String sheet(String answer) throws Exception {
        var pdf = Base64.getDecoder()
                .decode(first(office.about("resendSheet", first(answer, "submissionNumber")), "content"));
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String start(EducationId id, LocalDate born, String type) {
        return ("<entry><s:educationId>%s</s:educationId><s:start><s:birthDate>%s</s:birthDate>"
                        + "<s:siteSerial>001</s:siteSerial><s:type>%s</s:type><s:startDate>%s</s:startDate>"
                        + "<s:weeklyHours>5</s:weeklyHours></s:start></entry>")
                .formatted(id.text(), born, type, TODAY);
    }

    private static String handOver(EducationId id, InstitutionCode to) {
        return ("<entry><s:educationId>%s</s:educationId><s:handOver><s:endDate>%s</s:endDate>"
                        + "<s:toInstitutionCode>%s</s:toInstitutionCode><s:toSiteSerial>002</s:toSiteSerial>"
                        + "<s:type>compulsory-student</s:type><s:startDate>%s</s:startDate>"
                        + "<s:weeklyHours>20</s:weeklyHours></s:handOver></entry>")
                .formatted(id.text(), TODAY.minusDays(1), to.text(), TODAY);
    }

    static String misspelt(EducationId id) {
        var text = id.text();
        char last = text.charAt(10);
        return text.substring(0, 10) + (last == '9' ? '0' : (char) (last + 1));
    }

    private int held(InstitutionCode institution) {
        return jdbc.sql("select count(*) from affiliation where education_id = ? and institution_code = ?")
                .params(pupil.number(), institution.text())
                .query(Integer.class)
                .single();
    }

    private Timestamp reported(String column, InstitutionCode institution) {
        return jdbc.sql("select " + column + " from affiliation where education_id = ? and institution_code = ?")
                .params(pupil.number(), institution.text())
                .query(Timestamp.class)
                .single();
    }

    private Timestamp received(String number) {
        return jdbc.sql("select received_at from submission where number = :number")
                .params(Map.of("number", number))
                .query(Timestamp.class)
                .single();
    }
}
