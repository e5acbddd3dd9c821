package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.admissions.TestAdmissions;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.EducationId;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPerson;
import dev.kapu.start.Listeners;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulated admissions centre, over the wire with its own credentials. */
@HubTest
class AdmissionsCentreTest {
    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Listeners listeners;

    @Autowired
    private Today today;

    @Autowired
    private BrokerAddress broker;

    @Autowired
    private JdbcClient jdbc;

    private TestAdmissions country;
    private Cast cast;
    private AdmissionsCentre centre;
    private Postbox postbox;
    private SyntheticPerson pupil;

    @BeforeEach
    void aPupil() {
        country = new TestAdmissions(jdbc);
        var nobody = new People(List::of);
        cast = new Cast(credentials, listeners, broker, nobody, nobody, today);
        centre = cast.admissionsCentre();
        postbox = cast.postboxes().of(AdmissionsCentre.NAME);
        var school = country.primary();
        pupil = person(country.pupilOf(school), school.text());
    }

    @AfterEach
    void leave() {
        postbox.close();
    }

    @Test
    void a_sheet_that_it_files_comes_back_by_queue_and_gets_its_result() throws Exception {
        var gymnasium = country.secondary().text();

        assertThat(centre.file(pupil, gymnasium).fault()).isEmpty();

        await().until(() -> {
            assertThat(postbox.once()).isIn(Outcome.RECEIVED, Outcome.NOTHING);
            return gymnasium.equals(admittedTo());
        });
    }

    @Test
    void a_sheet_that_somebody_else_files_in_its_name_stays_theirs_to_decide() throws Exception {
        var values = Map.of(
                "educationId", pupil.educationId(),
                "birthDate", pupil.birthDate().toString(),
                "procedure", AdmissionsCentre.PROCEDURE,
                "institutionCode", country.secondary().text(),
                "studyArea", "0101");
        var filed = cast.byCertificate(AdmissionsCentre.NAME).get(Ask.SHEET, values);

        centre.hear(
                Answer.read("""
                <applicationSheetSubmitted><sheetNumber>%s</sheetNumber><procedure>%s</procedure>\
                <educationId>%s</educationId></applicationSheetSubmitted>""".formatted(filed.one("sheetNumber"), AdmissionsCentre.PROCEDURE, pupil.educationId())));

        assertThat(admittedTo()).isEmpty();
    }

    @Test
    void it_does_not_reach_who_has_no_sheet() throws Exception {
        var answer = centre.decide(pupil.educationId(), "2027-00000000", AdmissionsCentre.PROCEDURE);

        assertThat(answer.fault()).hasValue("Client.Person.NotFound");
    }

    @Test
    void a_pupil_with_another_birth_date_is_not_found() throws Exception {
        var wrong = new SyntheticPerson(
                pupil.educationId(),
                pupil.name(),
                pupil.birthDate().plusDays(1),
                pupil.institutionCode(),
                "001",
                "Győr",
                pupil.type(),
                pupil.cardType());

        assertThat(centre.file(wrong, country.secondary().text()).fault()).hasValue("Client.Person.NotFound");
    }

    private String admittedTo() {
        return jdbc.sql("""
                select r.institution_code from admission_result r join admission_sheet s on s.number = r.sheet
                 where s.education_id = ?""")
                .param(Long.valueOf(pupil.educationId()))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static SyntheticPerson person(EducationId id, String institution) {
        return new SyntheticPerson(
                id.text(),
                new PersonName("Nagy Lászlóné Kovács", "Anna"),
                TestRegistry.BORN,
                institution,
                "001",
                "Győr",
                "compulsory-student",
                "student");
    }
}
