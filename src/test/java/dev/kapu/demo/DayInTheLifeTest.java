package dev.kapu.demo;

import static dev.kapu.registry.TestRegistry.BORN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.HubTest;
import dev.kapu.Patience;
import dev.kapu.admissions.TestAdmissions;
import dev.kapu.funding.TestCounts;
import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.PersonName;
import dev.kapu.registry.TestRegistry;
import dev.kapu.registry.Today;
import dev.kapu.registry.affiliation.AffiliationType;
import dev.kapu.registry.seed.SyntheticPerson;
import dev.kapu.start.Listeners;
import dev.kapu.statistics.TestTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole day of the demonstration at full speed: every partner over the wire, with its own credentials. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class DayInTheLifeTest {
    private static final int PACE = 100;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DevelopmentCredentials credentials;

    @Autowired
    private Listeners listeners;

    @Autowired
    private Today today;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private BrokerAddress broker;

    private final List<SyntheticPerson> people = new ArrayList<>();
    private final List<String> schools = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(9);

    private TestRegistry registry;
    private Cast cast;
    private long before;

    @BeforeEach
    void aCountryWhoseQueuesAreRead() {
        var country = new TestAdmissions(jdbc);
        registry = country.registry();
        for (int school = 0; school < 3; school++) {
            var primary = country.primary();
            for (int pupil = 0; pupil < 5; pupil++) {
                comes(primary, AffiliationType.COMPULSORY_STUDENT);
            }
            comes(primary, AffiliationType.MAIN_EMPLOYMENT);
        }
        var gymnasium = country.secondary();
        for (int pupil = 0; pupil < 4; pupil++) {
            comes(gymnasium, AffiliationType.COMPULSORY_STUDENT);
        }
        theHubHasCounted();
        cast = new Cast(credentials, listeners, broker, new People(List::of), new People(() -> people), today);
        cast.postboxes().all().forEach(postbox -> new Player(postbox, PACE, new Tally(), threads).next(0));
        before = jdbc.sql("select coalesce(max(id), 0) from disclosure")
                .query(Long.class)
                .single();
    }

    /** The first count of terms comes some seconds after the start of the hub. */
    private void theHubHasCounted() {
        TestCounts.taken(hub);
        TestTerms.taken(hub);
        await().until(() -> jdbc.sql("select exists (select from statistics_term)")
                .query(Boolean.class)
                .single());
    }

    @AfterEach
    void leave() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(Patience.MILLIS, TimeUnit.MILLISECONDS))
                .isTrue();
        cast.postboxes().all().forEach(Postbox::close);
        cast.schoolProgram().close();
        cast.personnelOffice().close();
    }

    @Test
    void a_day_goes_from_the_first_graders_to_the_file_that_says_who_looked(CapturedOutput output) throws Exception {
        var scenes = Programme.of(cast);
        var told = new ArrayList<String>();

        new Day(scenes, new Speed(1e9), told::add).once(1);

        assertThat(output.getOut().lines().filter(line -> line.contains("not to its end")))
                .isEmpty();
        assertThat(told)
                .hasSameSizeAs(scenes)
                .allSatisfy(line -> assertThat(output).contains(line));
        theFirstGradersAreRegisteredAndHaveHadCards();
        somebodyHasMoved();
        somebodyIsAdmittedExaminedAndAStudent();
        aTeacherWorksElsewhereToo();
        aSchoolIsCalledOtherwise();
        everythingIsRecorded();
        nothingIsRefused();
        nobodyIsNamedInTheLog(output.getOut());
    }

    private void theFirstGradersAreRegisteredAndHaveHadCards() {
        assertThat(texts("select p.birth_place from person p join affiliation a using (education_id)"
                        + " where a.institution_code = any (?) and a.grade = '1'"))
                .containsExactly("Győr", "Győr");
        assertThat(texts("""
                select c.state || coalesce(' until ' || to_char(c.entitled_until, 'MM-DD'), '')
                  from card_request c join affiliation a using (education_id)
                 where a.institution_code = any (?) and a.grade = '1'""")).containsExactlyInAnyOrder("issued", "issued until 10-31");
    }

    private void somebodyHasMoved() {
        assertThat(texts("""
                select p.residence_street from person p
                  join affiliation old on old.education_id = p.education_id and old.end_date is not null
                  join affiliation now on now.education_id = p.education_id and now.end_date is null
                 where now.institution_code = any (?) and now.institution_code = p.responsible_institution
                   and old.institution_code <> now.institution_code""")).singleElement().asString().startsWith("Petőfi u.");
    }

    private void somebodyIsAdmittedExaminedAndAStudent() {
        assertThat(texts("select institution_code from admission_result where institution_code = any (?)"))
                .containsExactly(schools.get(schools.size() - 1));
        assertThat(texts("select d.kind from exam_document d join affiliation a using (education_id)"
                        + " join academic_role using (education_id) where a.institution_code = any (?)"))
                .containsExactly("extract");
    }

    private void aTeacherWorksElsewhereToo() {
        assertThat(texts("select post from affiliation where institution_code = any (?) and type = 'hourly-paid'"))
                .containsExactly("óraadó tanár");
    }

    private void aSchoolIsCalledOtherwise() {
        assertThat(texts("select name from institution where code = any (?) and name <> 'Próba Iskola'"))
                .containsExactly("Apáczai Csere János Általános Iskola");
    }

    private void everythingIsRecorded() {
        var recorded = jdbc.sql("""
                select distinct partner || ' ' || operation from disclosure
                 where id > ? and outcome = 'ANSWERED' and permission is not null""").param(before).query(String.class).list();
        assertThat(recorded)
                .contains(
                        "school-program Registration/submit",
                        "registry-office Submissions/accept",
                        "school-program Affiliations/endAffiliation",
                        "school-program Affiliations/startAffiliation",
                        "school-program Amendments/submitAmendments",
                        "school-program IdCards/requestCard",
                        "id-card-office IdCards/reportCardIssued",
                        "school-program IdCards/validateCards",
                        "school-program Admissions/submitSheet",
                        "admissions Admissions/publishResult",
                        "exam-registry ExamRegistry/registerExtract",
                        "higher-education-admissions HigherEducationAdmissions/getApplicant",
                        "higher-education-registry HigherEducationRegistry/adoptEducationId",
                        "personnel-module Personnel/report",
                        "registry-office InstitutionMaster/amendInstitution",
                        "funding-control Funding/compareClaim",
                        "statistics-office Statistics/listTerms",
                        "id-card-office events/cardRequested",
                        "school-program events/cardIssued",
                        "id-card-office events/cardEntitlementChanged",
                        "school-program PersonRegistry/getSubjectFile");
        cast.postboxes().all().stream()
                .map(postbox -> postbox.name().replace(" (events)", " events/institutionChanged"))
                .forEach(heard -> assertThat(recorded).contains(heard));
    }

    private void nothingIsRefused() {
        assertThat(jdbc.sql("""
                        select distinct concat_ws(' ', partner, operation, reason) from disclosure
                         where id > ? and outcome <> 'ANSWERED' and operation not like 'events/%'""").param(before).query(String.class).list()).isEmpty();
    }

    private static void nobodyIsNamedInTheLog(String log) {
        assertThat(log.lines()).noneMatch(line -> line.matches(".*\\b7\\d{10}\\b.*|.*Kovács.*"));
    }

    private void comes(InstitutionCode institution, AffiliationType type) {
        var id = registry.personAt(institution, type);
        if (!schools.contains(institution.text())) {
            schools.add(institution.text());
        }
        var card = type.isStudents() ? "student" : "teacher";
        var name = new PersonName("Nagy Lászlóné Kovács", "Anna");
        people.add(new SyntheticPerson(id.text(), name, BORN, institution.text(), "001", "Győr", type.word(), card));
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql)
                .param(schools.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
