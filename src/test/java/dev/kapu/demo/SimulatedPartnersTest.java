package dev.kapu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kapu.HubTest;
import dev.kapu.funding.TestCounts;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.seed.SyntheticPerson;
import dev.kapu.registry.seed.SyntheticPersons;
import dev.kapu.start.Listeners;
import dev.kapu.statistics.TestCohorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class SimulatedPartnersTest {
    private final ApplicationContext hub;
    private final JdbcClient jdbc;
    private final TestRegistry registry;
    private final SyntheticPersons synthetic;
    private final AtomicReference<List<SyntheticPerson>> known = new AtomicReference<>(List.of());
    private final Cast cast;

    @Autowired
    SimulatedPartnersTest(
            JdbcClient jdbc,
            SyntheticPersons synthetic,
            DevelopmentCredentials credentials,
            Listeners listeners,
            Today today,
            BrokerAddress broker,
            ApplicationContext hub) {
        this.hub = hub;
        this.jdbc = jdbc;
        this.registry = new TestRegistry(jdbc);
        this.synthetic = synthetic;
        var people = new People(known::get);
        this.cast = new Cast(credentials, listeners, broker, people, people, today);
    }

    @Test
    void of_a_registry_that_was_not_seeded_nobody_is_shown() {
        pupil(registry.institution());

        assertThat(synthetic.some(10, 0)).isEmpty();
    }

    @Test
    void the_card_office_gets_a_cardholder_by_certificate_and_by_secret() throws Exception {
        var pupil = pupil(registry.institution());
        var office = cast.idCardOffice();

        for (var wire : List.of(cast.byCertificate("id-card-office"), cast.bySecret("id-card-office"))) {
            var answer = office.cardholder(wire, pupil, pupil.institutionCode());

            assertThat(answer.fault()).isEmpty();
            assertThat(answer.text("family")).hasValue("Nagy Lászlóné Kovács");
            assertThat(answer.text("socialSecurityNumber")).isEmpty();
        }
        assertThat(records("id-card-office", "IdCards/getCardholder", pupil)).containsExactly("ANSWERED", "ANSWERED");
    }

    @Test
    void the_card_office_is_refused_whoever_is_not_affiliated_with_the_institution_named() throws Exception {
        var pupil = pupil(registry.institution());

        var answer =
                cast.idCardOffice().cardholder(pupil, registry.institution().text());

        assertThat(answer.fault()).hasValue("Client.Person.NotFound");
        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void the_card_office_checks_sites() throws Exception {
        var pupil = pupil(registry.institution());
        var office = cast.idCardOffice();

        assertThat(office.site(pupil, "Győr").text("confirmed")).hasValue("true");
        assertThat(office.site(pupil, "Seholfalva").text("confirmed")).hasValue("false");
    }

    @Test
    void schools_admissions_and_exams_learn_only_what_differs() throws Exception {
        var pupil = pupil(registry.institution());
        try (var school = cast.schoolProgram()) {
            assertThat(school.verify(Claim.right(pupil)).text("result")).hasValue("match");
            assertThat(school.verify(Claim.withWrongName(pupil)).text("result")).hasValue("no-match");
            assertThat(school.verify(Claim.withWrongBirthDate(pupil)).text("differingField"))
                    .hasValue("birthDate");
        }
        for (var partner : List.of("admissions", "exam-registry")) {
            var verifier = cast.verifier(partner);

            assertThat(verifier.verify(Claim.right(pupil)).text("result")).hasValue("match");
            assertThat(verifier.verify(Claim.withWrongBirthDate(pupil)).text("differingField"))
                    .hasValue("birthDate");
            assertThat(verifier.institution(pupil).text("institutionCode")).hasValue(pupil.institutionCode());
            assertThat(records(partner, "PersonRegistry/verifyPerson", pupil)).containsExactly("ANSWERED", "ANSWERED");
        }
    }

    @Test
    void the_exam_registry_registers_a_candidate_and_what_the_exam_gave() throws Exception {
        var pupil = pupil(registry.institution());
        var office = cast.examOffice();

        assertThat(office.exam(Claim.withWrongBirthDate(pupil)).fault()).hasValue("Client.Person.NotFound");
        var answer = office.exam(Claim.right(pupil));

        assertThat(answer.fault()).isEmpty();
        assertThat(answer.text("documentKind")).hasValue("extract");
        assertThat(records("exam-registry", "ExamRegistry/getCandidate", pupil)).containsExactly("ANSWERED");
    }

    @Test
    void universities_register_applicants_and_take_over_or_ask_for_an_id() throws Exception {
        var pupil = pupil(registry.institution());
        var admissions = cast.universityAdmissions();
        var register = cast.universityRegister();

        assertThat(admissions.application(Claim.withWrongBirthDate(pupil)).fault())
                .hasValue("Client.Person.NotFound");
        assertThat(admissions.application(Claim.right(pupil)).text("birthPlace"))
                .hasValue("Győr");
        assertThat(register.adopt(Claim.right(pupil)).text("educationId")).hasValue(pupil.educationId());
        assertThat(register.give().text("state")).hasValue("given");
    }

    @Test
    void funding_and_statistics_get_numbers_and_no_person() throws Exception {
        var school = registry.institution();
        var pupil = pupil(school);
        TestCounts.inGradeThree(hub, school.text(), 27);
        new TestCohorts(hub);

        var headcounts = cast.fundingControl().headcounts(pupil);
        var claim = cast.fundingControl().claim(pupil);
        var terms = cast.statisticsOffice().terms();
        var table = cast.statisticsOffice().table(terms.text("term").orElseThrow(), "sex");

        assertThat(headcounts.text("institutionCode")).hasValue(pupil.institutionCode());
        assertThat(claim.all("registered")).startsWith("27");
        // Whether there are ten pupils depends on what other tests have left.
        assertThat(table.fault()).isIn(Optional.empty(), Optional.of("Client.Statistics.TooFine"));
        for (var answer : List.of(headcounts, claim, terms)) {
            assertThat(answer.fault()).isEmpty();
            assertThat(answer.text("educationId")).isEmpty();
        }
    }

    @Test
    void every_simulator_finds_something_to_do() throws Exception {
        known.set(List.of(pupil(registry.institution()), pupil(registry.institution())));

        for (var simulator : cast.simulators()) {
            try (simulator) {
                assertThat(simulator.once())
                        .as(simulator.name())
                        .isIn(Outcome.ANSWERED, Outcome.REFUSED, Outcome.RECEIVED, Outcome.NOTHING);
            }
        }
    }

    private SyntheticPerson pupil(InstitutionCode institution) {
        var id = registry.personAt(institution, AffiliationType.COMPULSORY_STUDENT);
        return new SyntheticPerson(
                id.text(),
                new PersonName("Nagy Lászlóné Kovács", "Anna"),
                LocalDate.of(2010, 5, 1),
                institution.text(),
                "001",
                "Győr",
                AffiliationType.COMPULSORY_STUDENT.word(),
                "student");
    }

    private List<String> records(String partner, String operation, SyntheticPerson person) {
        return jdbc.sql(
                        "select outcome from disclosure where partner = ? and operation = ? and ? = any (persons) order by id")
                .params(partner, operation, person.educationId())
                .query(String.class)
                .list();
    }
}
